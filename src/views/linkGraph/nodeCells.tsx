/** What the rows of numbers and of things have in common: the name that selects and expands, the state, and what can be done. */
import { NOTHING, useFormat } from '../../words/format.ts';
import { useTexts } from '../../words/language.tsx';
import table from '../recordsTable/dataTable.module.css';
import type { GraphNode } from './linkGraphModel.ts';
import classes from './LinkGraphTable.module.css';
import { linkGraphTexts } from './linkGraphTexts.ts';
import { nodeLabel, nodeName } from './nodeLabel.ts';

/** The row's header. Focus selects, so that the screen's shortcuts act on it; Enter expands. */
export function NodeNameCell({ node, onSelect, onExpand }: { node: GraphNode; onSelect: (number: string) => void; onExpand: (number: string) => void }) {
  const t = useTexts(linkGraphTexts);
  const format = useFormat();
  return (
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
  );
}

export function NodeStateCell({ node, pinned }: { node: GraphNode; pinned: readonly string[] }) {
  const t = useTexts(linkGraphTexts);
  return <td>{[node.isOpen ? t.opened : '', pinned.includes(node.number) ? t.pinned : ''].filter(Boolean).join(' · ') || NOTHING}</td>;
}

export function NodeActionCell({ node, onExpand, onCollapse }: { node: GraphNode; onExpand: (number: string) => void; onCollapse: (number: string) => void }) {
  const t = useTexts(linkGraphTexts);
  const format = useFormat();
  const [short, full] = node.gathered !== null ? [t.openCommunity, t.openThisCommunity] : node.isOpen ? [t.collapse, t.collapseThis] : [t.expand, t.expandThis];
  return (
    <td>
      <button type="button" className={`${table.press} ${table.filter}`} aria-label={full(nodeName(node, t, format))} onClick={() => (node.isOpen ? onCollapse : onExpand)(node.number)}>
        {short}
      </button>
    </td>
  );
}
