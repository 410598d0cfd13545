import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { Bar } from '../../ui/Bar.tsx';
import { NOTHING, useFormat } from '../../words/format.ts';
import { glossary } from '../../words/glossary.ts';
import { useTexts } from '../../words/language.tsx';
import { Pager } from '../recordsTable/Pager.tsx';
import table from '../recordsTable/dataTable.module.css';
import type { SizeMeasure } from './centrality.ts';
import type { GraphPair, LinkGraph } from './linkGraphModel.ts';
import classes from './LinkGraphTable.module.css';
import { linkGraphTexts } from './linkGraphTexts.ts';
import { nodeLabel, nodeName } from './nodeLabel.ts';
import { measureText } from './nodeSizes.ts';
import { ThingsTable } from './ThingsTable.tsx';
import { onArrowKey, rowsPerPage, usePage } from './tablePages.ts';

export interface LinkGraphTableProps {
  readonly graph: LinkGraph;
  readonly pinned: readonly string[];
  readonly selected: string | null;
  /** Numbers marked together. */
  readonly marked: readonly string[];
  readonly chosenPair: string | null;
  /** What the size of a node stands for in the picture. */
  readonly measure: SizeMeasure;
  readonly onSelect: (number: string) => void;
  readonly onMark: (number: string) => void;
  readonly onChoosePair: (id: string) => void;
  readonly onExpand: (number: string) => void;
  readonly onCollapse: (number: string) => void;
  /** Leads to the records between the two; its text is their count. */
  readonly renderRecords: (pair: GraphPair) => ReactNode;
}

/**
 * The link graph as two tables: the same numbers and links, and the same to do with them. Arrow keys move along the rows
 * and select; the screen's shortcuts then act on the selected number as they do in the picture.
 */
export function LinkGraphTable(props: LinkGraphTableProps) {
  const t = useTexts(linkGraphTexts);
  return (
    <div className={classes.tables}>
      {props.graph.nodes.length === 0 && props.graph.filtered > 0 && <p className={table.dim}>{t.none}</p>}
      <Numbers {...props} />
      {props.graph.kindCounts.size > 0 && <ThingsTable {...props} />}
      <Links {...props} />
    </div>
  );
}

function Numbers({ graph, pinned, selected, marked, measure, onSelect, onMark, onExpand, onCollapse }: LinkGraphTableProps) {
  const t = useTexts(linkGraphTexts);
  const g = useTexts(glossary);
  const format = useFormat();
  const named = new Map(graph.communities.map(({ head, name }) => [head, name]));
  const communityName = (head: string) => named.get(head) ?? t.communityOf(format.phone(head));
  const nodes = graph.nodes.filter(({ thing }) => thing === null);
  const [offset, setOffset] = usePage(nodes.length);
  const linksOf = new Map<string, number>();
  for (const { a, b, tie } of graph.pairs) for (const end of tie !== null ? [] : a === b ? [a] : [a, b]) linksOf.set(end, (linksOf.get(end) ?? 0) + 1);
  return (
    <>
      <h2 className={classes.heading}>{t.numbersTable}</h2>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions -- scrolls, so it must be reachable; keys pass on to the rows' buttons */}
      <section className={`${table.frame} ${classes.frame}`} aria-label={t.numbersTable} tabIndex={0} onKeyDown={onArrowKey}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">
                {t.mark}
              </th>
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
            </tr>
          </thead>
          <tbody>
            {nodes.slice(offset, offset + rowsPerPage).map((node) => (
              <tr key={node.number} aria-current={node.number === selected || undefined}>
                <td>
                  <Checkbox size="xs" aria-label={t.markThis(nodeLabel(node, t, format))} checked={marked.includes(node.number)} onChange={() => onMark(node.number)} />
                </td>
                <th scope="row" className={classes.name}>
                  <button
                    type="button"
                    className={`${table.press} ${table.filter}`}
                    onFocus={() => onSelect(node.number)}
                    onClick={() => onSelect(node.number)}
                    onKeyDown={(event) => {
                      if (event.key !== 'Enter' || node.isOpen) return;
                      event.preventDefault();
                      onExpand(node.number);
                    }}
                  >
                    {nodeLabel(node, t, format)}
                  </button>
                </th>
                <td>
                  {node.score === null ? <span className={table.dim}>{t.unscored}</span> : (
                    <>
                      <Bar share={node.score / 100} widthPx={40} tone="score" /> {format.score(node.score)}
                    </>
                  )}
                </td>
                <td>{node.detectors.length === 0 ? NOTHING : node.detectors.map((id) => g[id]).join(' · ')}</td>
                <td>{[node.isOpen ? t.opened : '', pinned.includes(node.number) ? t.pinned : ''].filter(Boolean).join(' · ') || NOTHING}</td>
                <td className={table.right}>{format.count(node.contacts)}</td>
                <td className={table.right}>{format.count(node.notShown)}</td>
                <td className={table.right}>{format.count(linksOf.get(node.number) ?? 0)}</td>
                {graph.communities.length > 0 && <td>{node.community === null ? NOTHING : communityName(node.community)}</td>}
                {hasColumn(measure) && <td className={table.right}>{node.value === null ? NOTHING : measureText(measure, node.value, format)}</td>}
                <td>
                  <button
                    type="button"
                    className={`${table.press} ${table.filter}`}
                    aria-label={(node.gathered !== null ? t.openThisCommunity : node.isOpen ? t.collapseThis : t.expandThis)(nodeLabel(node, t, format))}
                    onClick={() => (node.isOpen ? onCollapse : onExpand)(node.number)}
                  >
                    {node.gathered !== null ? t.openCommunity : node.isOpen ? t.collapse : t.expand}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Pager label={t.numbersPages} offset={offset} limit={rowsPerPage} total={nodes.length} onOffset={setOffset} />
    </>
  );
}

function Links({ graph, chosenPair, onChoosePair, renderRecords }: LinkGraphTableProps) {
  const t = useTexts(linkGraphTexts);
  const g = useTexts(glossary);
  const format = useFormat();
  const [offset, setOffset] = usePage(graph.pairs.length);
  const labels = new Map(graph.nodes.map((node) => [node.number, nodeName(node, t, format)]));
  return (
    <>
      <h2 className={classes.heading}>{t.linksTable}</h2>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions -- scrolls, so it must be reachable; keys pass on to the rows' buttons */}
      <section className={`${table.frame} ${classes.frame}`} aria-label={t.linksTable} tabIndex={0} onKeyDown={onArrowKey}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t.between}</th>
              <th scope="col" className={table.right}>{g.records}</th>
              <th scope="col" className={table.right}>{t.callsAcross}</th>
              <th scope="col" className={table.right}>{t.textsAcross}</th>
              <th scope="col" className={table.right}>{t.talkTime}</th>
              <th scope="col">{t.first}</th>
              <th scope="col">{t.last}</th>
            </tr>
          </thead>
          <tbody>
            {graph.pairs.slice(offset, offset + rowsPerPage).map((pair) => (
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
            ))}
          </tbody>
        </table>
      </section>
      <Pager label={t.linksPages} offset={offset} limit={rowsPerPage} total={graph.pairs.length} onOffset={setOffset} />
    </>
  );
}

/** Contacts and links have a column in any case. */
function hasColumn(measure: SizeMeasure): measure is Exclude<SizeMeasure, 'contacts' | 'degree'> {
  return measure !== 'contacts' && measure !== 'degree';
}
