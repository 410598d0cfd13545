import type { ReactNode } from 'react';
import { useTexts } from '../../words/language.tsx';
import table from '../recordsTable/dataTable.module.css';
import type { SizeMeasure } from './centrality.ts';
import type { GraphPair, LinkGraph } from './linkGraphModel.ts';
import classes from './LinkGraphTable.module.css';
import { linkGraphTexts } from './linkGraphTexts.ts';
import { LinksTable } from './LinksTable.tsx';
import { NumbersTable } from './NumbersTable.tsx';
import { ThingsTable } from './ThingsTable.tsx';

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
 * The link graph as tables: the same numbers, things and links, and the same to do with them. Arrow keys move along the rows
 * and select; the screen's shortcuts then act on what is selected as they do in the picture.
 */
export function LinkGraphTable(props: LinkGraphTableProps) {
  const t = useTexts(linkGraphTexts);
  return (
    <div className={classes.tables}>
      {props.graph.nodes.length === 0 && props.graph.filtered > 0 && <p className={table.dim}>{t.none}</p>}
      <NumbersTable {...props} />
      {props.graph.kindCounts.size > 0 && <ThingsTable {...props} />}
      <LinksTable {...props} />
    </div>
  );
}
