import { IS_OUT, IS_OWN_VIEW, IS_TEXT, MAX_DURATION_S, OFFSET_SHIFT } from '../records/communication.ts';
import { localTimeText } from '../records/days.ts';
import { numberText } from '../records/numberKey.ts';
import type { NetworkEdge } from './answers.ts';
import { contactsOf } from './contactsOf.ts';
import type { ScoredDataset } from './scoredDataset.ts';

/**
 * Every directed pair with at least one record, once. A pair is told from the sender's side; where the sender's own file
 * lacks it and only the receiver's has it, from the receiver's.
 */
export function* directedLinks(dataset: ScoredDataset): Generator<NetworkEdge> {
  const isTold = toldByOwnFile(dataset);
  const { numbers } = dataset.features;
  for (let row = 0; row < numbers.length; row++) {
    const { sent, received } = linksOfRow(dataset, row);
    for (const link of sent.values()) yield edgeOf(dataset, link);
    for (const [other, link] of received) if (!isTold(other, numbers[row]!)) yield edgeOf(dataset, link);
  }
}

/** A link while its records are gone through; first and last with their offset ids. */
interface Link {
  readonly from: number;
  readonly to: number;
  calls: number;
  texts: number;
  seconds: number;
  readonly first: number;
  readonly firstOffset: number;
  last: number;
  lastOffset: number;
}

function edgeOf({ oddNumbers, context }: ScoredDataset, link: Link): NetworkEdge {
  const time = (at: number, offset: number) => localTimeText(at, context.offsetsS[offset] ?? 0);
  return {
    from: numberText(link.from, oddNumbers),
    to: numberText(link.to, oddNumbers),
    calls: link.calls,
    texts: link.texts,
    seconds: link.seconds,
    first: time(link.first, link.firstOffset),
    last: time(link.last, link.lastOffset),
  };
}

/** What a number sent and received, by the other number's key. Its records are in time order. */
function linksOfRow(dataset: ScoredDataset, row: number) {
  const sent = new Map<number, Link>();
  const received = new Map<number, Link>();
  const { recordWords } = dataset.records;
  const { f64, u32, from, to } = dataset.records.recordsOf(row);
  const number = dataset.features.numbers[row]!;
  for (let record = from; record < to; record++) {
    const other = f64[record * recordWords + 1]!;
    const half = record * recordWords * 2;
    const at = u32[half + 4]!;
    const traits = u32[half + 5]!;
    const offset = traits >>> OFFSET_SHIFT;
    const isOut = (traits & IS_OUT) !== 0;
    const links = isOut ? sent : received;
    let link = links.get(other);
    if (!link) {
      const [sender, receiver] = isOut ? [number, other] : [other, number];
      link = { from: sender, to: receiver, calls: 0, texts: 0, seconds: 0, first: at, firstOffset: offset, last: at, lastOffset: offset };
      links.set(other, link);
    }
    if ((traits & IS_TEXT) !== 0) link.texts++;
    else {
      link.calls++;
      link.seconds += traits & MAX_DURATION_S;
    }
    link.last = at;
    link.lastOffset = offset;
  }
  return { sent, received };
}

/** Tells whether the link `from` → `to` is yielded from `from`'s side. Only numbers with a file of their own can lack one. */
function toldByOwnFile(dataset: ScoredDataset): (from: number, to: number) => boolean {
  const { records, rowOf } = dataset;
  /** null for a number without records of its own view: those lack none. */
  const sentTo = new Map<number, ReadonlySet<number> | null>();
  return (from, to) => {
    const row = rowOf(from);
    if (row < 0) return false;
    let sent = sentTo.get(row);
    if (sent === undefined && !hasOwnView(row)) sentTo.set(row, (sent = null));
    if (sent === undefined) {
      const { other, callsOut, textsOut } = contactsOf(dataset, row);
      sent = new Set(other.filter((_, i) => callsOut[i]! + textsOut[i]! > 0));
      sentTo.set(row, sent);
    }
    return sent?.has(to) ?? true;
  };

  function hasOwnView(row: number): boolean {
    const { u32, from, to } = records.recordsOf(row);
    for (let record = from; record < to; record++) if ((u32[record * records.recordWords * 2 + 5]! & IS_OWN_VIEW) !== 0) return true;
    return false;
  }
}
