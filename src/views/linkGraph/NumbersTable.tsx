import { Checkbox } from '@mantine/core';
import { Bar } from '../../ui/Bar.tsx';
import { NOTHING, useFormat } from '../../words/format.ts';
import { glossary } from '../../words/glossary.ts';
import { useTexts } from '../../words/language.tsx';
import table from '../recordsTable/dataTable.module.css';
import type { SizeMeasure } from './centrality.ts';
import { GraphTableFrame } from './GraphTableFrame.tsx';
import type { LinkGraphTableProps } from './LinkGraphTable.tsx';
import { linkGraphTexts } from './linkGraphTexts.ts';
import { NodeActionCell, NodeNameCell, NodeStateCell } from './nodeCells.tsx';
import { nodeLabel } from './nodeLabel.ts';
import { measureText } from './nodeSizes.ts';

/** The numbers of the link graph, and the communities that stand for some of them. */
export function NumbersTable({ graph, pinned, selected, marked, measure, onSelect, onMark, onExpand, onCollapse }: LinkGraphTableProps) {
  const t = useTexts(linkGraphTexts);
  const g = useTexts(glossary);
  const format = useFormat();
  const named = new Map(graph.communities.map(({ head, name }) => [head, name]));
  const communityName = (head: string) => named.get(head) ?? t.communityOf(format.phone(head));
  const linksOf = new Map<string, number>();
  for (const { a, b, tie } of graph.pairs) for (const end of tie !== null ? [] : a === b ? [a] : [a, b]) linksOf.set(end, (linksOf.get(end) ?? 0) + 1);
  return (
    <GraphTableFrame
      title={t.numbersTable}
      pagesLabel={t.numbersPages}
      rows={graph.nodes.filter(({ thing }) => thing === null)}
      columns={
        <>
          <th scope="col">{t.mark}</th>
          <th scope="col">{g.number}</th>
          <th scope="col">{g.score}</th>
          <th scope="col">{g.detectors}</th>
          <th scope="col">{t.state}</th>
          <th scope="col" className={table.right}>{g.contacts}</th>
          <th scope="col" className={table.right}>{t.notShown}</th>
          <th scope="col" className={table.right}>{t.linksShown}</th>
          {graph.communities.length > 0 && <th scope="col">{t.communityColumn}</th>}
          {hasColumn(measure) && <th scope="col" className={table.right}>{t[`${measure}Column`]}</th>}
          <th scope="col">{t.action}</th>
        </>
      }
      renderRow={(node) => (
        <tr key={node.number} aria-current={node.number === selected || undefined}>
          <td>
            <Checkbox size="xs" aria-label={t.markThis(nodeLabel(node, t, format))} checked={marked.includes(node.number)} onChange={() => onMark(node.number)} />
          </td>
          <NodeNameCell node={node} onSelect={onSelect} onExpand={onExpand} />
          <td>
            {node.score === null ? <span className={table.dim}>{t.unscored}</span> : (
              <>
                <Bar share={node.score / 100} widthPx={40} tone="score" /> {format.score(node.score)}
              </>
            )}
          </td>
          <td>{node.detectors.length === 0 ? NOTHING : node.detectors.map((id) => g[id]).join(' · ')}</td>
          <NodeStateCell node={node} pinned={pinned} />
          <td className={table.right}>{format.count(node.contacts)}</td>
          <td className={table.right}>{format.count(node.notShown)}</td>
          <td className={table.right}>{format.count(linksOf.get(node.number) ?? 0)}</td>
          {graph.communities.length > 0 && <td>{node.community === null ? NOTHING : communityName(node.community)}</td>}
          {hasColumn(measure) && <td className={table.right}>{node.value === null ? NOTHING : measureText(measure, node.value, format)}</td>}
          <NodeActionCell node={node} onExpand={onExpand} onCollapse={onCollapse} />
        </tr>
      )}
    />
  );
}

/** Contacts and links have a column in any case. */
function hasColumn(measure: SizeMeasure): measure is Exclude<SizeMeasure, 'contacts' | 'degree'> {
  return measure !== 'contacts' && measure !== 'degree';
}
