import { NOTHING, useFormat } from '../../words/format.ts';
import { useTexts } from '../../words/language.tsx';
import { Pager } from '../recordsTable/Pager.tsx';
import table from '../recordsTable/dataTable.module.css';
import type { LinkGraphTableProps } from './LinkGraphTable.tsx';
import classes from './LinkGraphTable.module.css';
import { linkGraphTexts } from './linkGraphTexts.ts';
import { nodeName } from './nodeLabel.ts';
import { onArrowKey, rowsPerPage, usePage } from './tablePages.ts';

/** The devices, cells, outlets … of the link graph, and the same to do with them. */
export function ThingsTable({ graph, pinned, selected, onSelect, onExpand, onCollapse }: Omit<LinkGraphTableProps, 'marked'>) {
  const t = useTexts(linkGraphTexts);
  const format = useFormat();
  const nodes = graph.nodes.flatMap((node) => (node.thing === null ? [] : [{ ...node, thing: node.thing }]));
  const [offset, setOffset] = usePage(nodes.length);
  return (
    <>
      <h2 className={classes.heading}>{t.thingsTable}</h2>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions -- scrolls, so it must be reachable; keys pass on to the rows' buttons */}
      <section className={`${table.frame} ${classes.frame}`} aria-label={t.thingsTable} tabIndex={0} onKeyDown={onArrowKey}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t.name}</th>
              <th scope="col">{t.kind}</th>
              <th scope="col">{t.state}</th>
              <th scope="col" className={table.right}>{t.numbersOfThing}</th>
              <th scope="col" className={table.right}>{t.notShown}</th>
              <th scope="col">{t.action}</th>
            </tr>
          </thead>
          <tbody>
            {nodes.slice(offset, offset + rowsPerPage).map((node) => (
              <tr key={node.number} aria-current={node.number === selected || undefined}>
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
                    {node.thing.name}
                  </button>
                </th>
                <td>{t[node.thing.kind]}</td>
                <td>{[node.isOpen ? t.opened : '', pinned.includes(node.number) ? t.pinned : ''].filter(Boolean).join(' · ') || NOTHING}</td>
                <td className={table.right}>{format.count(node.contacts)}</td>
                <td className={table.right}>{format.count(node.notShown)}</td>
                <td>
                  <button
                    type="button"
                    className={`${table.press} ${table.filter}`}
                    aria-label={(node.isOpen ? t.collapseThis : t.expandThis)(nodeName(node, t, format))}
                    onClick={() => (node.isOpen ? onCollapse : onExpand)(node.number)}
                  >
                    {node.isOpen ? t.collapse : t.expand}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Pager label={t.thingsPages} offset={offset} limit={rowsPerPage} total={nodes.length} onOffset={setOffset} />
    </>
  );
}
