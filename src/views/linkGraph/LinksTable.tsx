import { NOTHING, useFormat } from '../../words/format.ts';
import { glossary } from '../../words/glossary.ts';
import { useTexts } from '../../words/language.tsx';
import table from '../recordsTable/dataTable.module.css';
import { GraphTableFrame } from './GraphTableFrame.tsx';
import classes from './LinkGraphTable.module.css';
import type { LinkGraphTableProps } from './LinkGraphTable.tsx';
import { linkGraphTexts } from './linkGraphTexts.ts';
import { nodeName } from './nodeLabel.ts';

/** The lines of the link graph, each with the way to its records. */
export function LinksTable({ graph, chosenPair, onChoosePair, renderRecords }: LinkGraphTableProps) {
  const t = useTexts(linkGraphTexts);
  const g = useTexts(glossary);
  const format = useFormat();
  const labels = new Map(graph.nodes.map((node) => [node.number, nodeName(node, t, format)]));
  return (
    <GraphTableFrame
      title={t.linksTable}
      pagesLabel={t.linksPages}
      rows={graph.pairs}
      columns={
        <>
          <th scope="col">{t.between}</th>
          <th scope="col" className={table.right}>{g.records}</th>
          <th scope="col" className={table.right}>{t.callsAcross}</th>
          <th scope="col" className={table.right}>{t.textsAcross}</th>
          <th scope="col" className={table.right}>{t.talkTime}</th>
          <th scope="col">{t.first}</th>
          <th scope="col">{t.last}</th>
        </>
      }
      renderRow={(pair) => (
        <tr key={pair.id} aria-current={pair.id === chosenPair || undefined}>
          <th scope="row" className={classes.name}>
            <button type="button" className={`${table.press} ${table.filter}`} onClick={() => onChoosePair(pair.id)}>
              {t.pairName(labels.get(pair.a) ?? '', labels.get(pair.b) ?? '')}
            </button>
          </th>
          <td className={table.right}>{renderRecords(pair)}</td>
          <td className={table.right}>{pair.tie !== null ? NOTHING : t.across(format.count(pair.fromA.calls), format.count(pair.fromB.calls))}</td>
          <td className={table.right}>{pair.tie !== null ? NOTHING : t.across(format.count(pair.fromA.texts), format.count(pair.fromB.texts))}</td>
          <td className={table.right}>{pair.fromA.calls + pair.fromB.calls === 0 ? NOTHING : format.duration(pair.fromA.seconds + pair.fromB.seconds)}</td>
          <td>{pair.first === null ? NOTHING : format.time(pair.first)}</td>
          <td>{pair.last === null ? NOTHING : format.time(pair.last)}</td>
        </tr>
      )}
    />
  );
}
