import { useFormat } from '../../words/format.ts';
import { useTexts } from '../../words/language.tsx';
import table from '../recordsTable/dataTable.module.css';
import { GraphTableFrame } from './GraphTableFrame.tsx';
import type { LinkGraphTableProps } from './LinkGraphTable.tsx';
import { linkGraphTexts } from './linkGraphTexts.ts';
import { NodeActionCell, NodeNameCell, NodeStateCell } from './nodeCells.tsx';

/** The devices, cells, outlets … of the link graph, and the same to do with them. */
export function ThingsTable({ graph, pinned, selected, onSelect, onExpand, onCollapse }: LinkGraphTableProps) {
  const t = useTexts(linkGraphTexts);
  const format = useFormat();
  return (
    <GraphTableFrame
      title={t.thingsTable}
      pagesLabel={t.thingsPages}
      rows={graph.nodes.flatMap((node) => (node.thing === null ? [] : [{ ...node, thing: node.thing }]))}
      columns={
        <>
          <th scope="col">{t.name}</th>
          <th scope="col">{t.kind}</th>
          <th scope="col">{t.state}</th>
          <th scope="col" className={table.right}>{t.numbersOfThing}</th>
          <th scope="col" className={table.right}>{t.notShown}</th>
          <th scope="col">{t.action}</th>
        </>
      }
      renderRow={(node) => (
        <tr key={node.number} aria-current={node.number === selected || undefined}>
          <NodeNameCell node={node} onSelect={onSelect} onExpand={onExpand} />
          <td>{t[node.thing.kind]}</td>
          <NodeStateCell node={node} pinned={pinned} />
          <td className={table.right}>{format.count(node.contacts)}</td>
          <td className={table.right}>{format.count(node.notShown)}</td>
          <NodeActionCell node={node} onExpand={onExpand} onCollapse={onCollapse} />
        </tr>
      )}
    />
  );
}
