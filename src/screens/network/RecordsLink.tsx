import { Link } from '@tanstack/react-router';
import { endsOf } from '../../views/linkGraph/gatherCommunities.ts';
import type { GraphPair } from '../../views/linkGraph/linkGraphModel.ts';
import { useFormat } from '../../words/format.ts';
import { useTexts } from '../../words/language.tsx';
import classes from './NetworkScreen.module.css';
import { networkTexts } from './networkTexts.ts';
import { recordsLink } from './recordsLink.ts';

/** The way to the records of a link; their count alone where it stands in a column. Several links at once have no one list. */
export function RecordsLink({ pair, isShort }: { pair: GraphPair; isShort: boolean }) {
  const t = useTexts(networkTexts);
  const format = useFormat();
  const count = format.count(pair.records);
  if (pair.links > 1) return isShort ? count : t.recordsOfLinks(count, format.count(pair.links));
  const isInRecords = pair.tie === null || pair.tie === 'device' || pair.tie === 'cell';
  const text = isInRecords ? t.records(pair.records, count) : t.inDossier;
  const [a, b] = endsOf(pair);
  const name = pair.tie === null ? t.recordsBetween(count, format.phone(a), format.phone(b)) : `${t.tieRecords(pair.records, count)}: ${text}`;
  return (
    <Link {...recordsLink(pair)} className={classes.records} {...(isShort ? { 'aria-label': name } : {})}>
      {isShort ? count : text}
    </Link>
  );
}
