import type { SuccessorEvidence, SuccessorPair, SuccessorQuery, Successors } from '../../answers.ts';
import { DAY_S, localTimeText, parseDay } from '../../../records/days.ts';
import { numberText } from '../../../records/numberKey.ts';
import { deviceText } from '../../deviceTexts.ts';
import { timeTextAt } from '../../recordSpan.ts';
import { numberOfRow } from '../../rowOfNumber.ts';
import { textAt } from '../../tables/tableIndex.ts';
import type { ScoredDataset } from '../../scoredDataset.ts';
import { learnHabits } from './habits.ts';
import type { Life, Tie } from './life.ts';
import { lifeOf } from './life.ts';
import type { MatchedPair, TurnedLife } from './matchLives.ts';
import { matchLives } from './matchLives.ts';
import type { SharedRegistration } from './registers.ts';
import { isEnded, registrationOf } from './registers.ts';
import type { Turnover } from './turnover.ts';
import { findTurnovers } from './turnover.ts';

/** Pairs that are less likely are not told; of 0.9 and more, one may be sure. */
export const LEAST_BELIEF = 0.3;
/** Of a number that was closed, suspended, blocked or seized one asks who followed it: among the members of a gang, who are alike, the likeliest is told. */
export const LEAST_BELIEF_OF_ENDED = 0.1;
/** Contacts and cells named with a pair; all are counted. */
const MOST_NAMED = 10;

/**
 * Numbers that fell (almost) silent at the cut, each with the (almost) new number that took its place (换号), surest first.
 * None where nothing is likely enough; those who may have taken the place of several share the probability. Yields the share of the work done, 0–1.
 * @param query.cut local day; need not be exact to the day
 */
export function* findSuccessors(dataset: ScoredDataset, { cut }: Pick<SuccessorQuery, 'cut'>): Generator<number, Successors> {
  const cutS = parseDay(cut) * DAY_S;
  const turnovers = findTurnovers(dataset, cutS, (key) => isEnded(registrationOf(dataset, key)));
  yield 0.2;
  const { silent, begun, fromS, toS } = turnovers;
  const olds = livesOf(dataset, silent, (turnover) => [fromS, turnover.splitAt]);
  const news = livesOf(dataset, begun, (turnover) => [turnover.splitAt, toS]);
  const habits = learnHabits(dataset, cutS, turnovers, [...olds, ...news].map(({ life }) => life));
  yield 0.3;
  const matching = matchLives(dataset, cutS, habits.daysAfter, olds, news, habits, turnovers.active);
  for (;;) {
    const step = matching.next();
    if (step.done === true) {
      const pairs = step.value.filter(({ belief, hasEnded }) => belief >= (hasEnded ? LEAST_BELIEF_OF_ENDED : LEAST_BELIEF)).map((pair) => describe(dataset, pair, olds, news));
      return { cut, silent: olds.length, begun: news.length, expectedFalse: pairs.reduce((sum, { similarity }) => sum + 1 - similarity, 0), pairs };
    }
    yield 0.3 + step.value * 0.7;
  }
}

function livesOf(dataset: ScoredDataset, turnovers: readonly Turnover[], span: (turnover: Turnover) => readonly [number, number]): TurnedLife[] {
  return turnovers.flatMap((turnover) => {
    const life = lifeOf(dataset, turnover.row, ...span(turnover));
    return life === null ? [] : [{ ...turnover, life }];
  });
}

function describe(dataset: ScoredDataset, { old, new: newer, terms, belief, mapped, registered }: MatchedPair, olds: readonly TurnedLife[], news: readonly TurnedLife[]): SuccessorPair {
  const before = olds[old]!;
  const after = news[newer]!;
  const evidence: SuccessorEvidence = {
    logOdds: Math.log(Math.max(1e-12, belief) / Math.max(1e-12, 1 - belief)),
    silentSince: timeTextAt(dataset, before.row, before.at),
    activeSince: timeTextAt(dataset, after.row, after.at),
    recordsBefore: before.life.records,
    strayAfter: recordsOf(dataset, before.row) - before.life.records,
    recordsAfter: after.life.records,
    strayBefore: recordsOf(dataset, after.row) - after.life.records,
    contacts: {
      logRatio: terms.contacts,
      old: before.life.ties.size,
      new: after.life.ties.size,
      ...sharedContacts(dataset, before.life, after.life),
      mappedCount: mapped.length,
      mapped: mapped
        .map((pair) => ({
          old: numberOfRow(dataset, olds[pair.old]!.row), new: numberOfRow(dataset, news[pair.new]!.row),
          before: recordsWith(before.life.ties.get(olds[pair.old]!.life.key)), after: recordsWith(after.life.ties.get(news[pair.new]!.life.key)),
        }))
        .sort((a, b) => b.before + b.after - a.before - a.after)
        .slice(0, MOST_NAMED),
    },
    cells: sharedCells(dataset, terms.cells, before.life, after.life),
    devices: sharedDevices(dataset, terms.devices, before.life, after.life),
    registers: registered === null ? null : { logRatio: terms.registers, ...namesOf(dataset, registered) },
    rhythm: {
      logRatio: terms.rhythm,
      hoursOverlap: hoursOverlap(before.life, after.life),
      recordsPerDay: both(before.life, after.life, ({ records, days }) => records / days),
      outgoingShare: both(before.life, after.life, ({ out, records }) => out / records),
      typicalTalkS: before.life.talks === 0 || after.life.talks === 0 ? null : both(before.life, after.life, ({ logTalkS, talks }) => Math.exp(logTalkS / talks)),
    },
    timing: { logRatio: terms.timing, gapDays: (after.at - before.at) / DAY_S },
  };
  return {
    old: numberOfRow(dataset, before.row), new: numberOfRow(dataset, after.row), similarity: belief, evidence,
  };
}

function recordsOf({ records }: ScoredDataset, row: number): number {
  const { from, to } = records.recordsOf(row);
  return to - from;
}

function both(before: Life, after: Life, valueOf: (life: Life) => number): readonly [number, number] {
  return [valueOf(before), valueOf(after)];
}

function recordsWith(tie: Tie | undefined): number {
  return tie === undefined ? 0 : tie.out + tie.in;
}

function sharedContacts(dataset: ScoredDataset, before: Life, after: Life): Pick<SuccessorEvidence['contacts'], 'sharedCount' | 'shared'> {
  const shared = [...before.ties.values()]
    .filter(({ key }) => after.ties.has(key))
    .map((tie) => ({ number: numberText(tie.key, dataset.oddNumbers), before: recordsWith(tie), after: recordsWith(after.ties.get(tie.key)) }))
    .sort((a, b) => b.before + b.after - a.before - a.after);
  return { sharedCount: shared.length, shared: shared.slice(0, MOST_NAMED) };
}

function sharedCells(dataset: ScoredDataset, logRatio: number, before: Life, after: Life): SuccessorEvidence['cells'] {
  if (before.cells.size === 0 || after.cells.size === 0) return null;
  let all = 0;
  let known = 0;
  const shared: { readonly cell: string; readonly before: number; readonly after: number }[] = [];
  for (const [cell, count] of after.cells) {
    all += count;
    const earlier = before.cells.get(cell);
    if (earlier === undefined) continue;
    known += count;
    shared.push({ cell: dataset.cells.text(cell - 1), before: earlier, after: count });
  }
  shared.sort((a, b) => b.before + b.after - a.before - a.after);
  return { logRatio, knownShare: known / all, sharedCount: shared.length, shared: shared.slice(0, MOST_NAMED) };
}

function sharedDevices(dataset: ScoredDataset, logRatio: number, before: Life, after: Life): SuccessorEvidence['devices'] {
  if (before.devices.size === 0 || after.devices.size === 0) return null;
  const shared = [...after.devices.keys()].filter((device) => before.devices.has(device)).map((device) => deviceText(dataset, device)!);
  return { logRatio, shared: shared.slice(0, MOST_NAMED) };
}

function namesOf(dataset: ScoredDataset, { document, outlet, contract, activated }: SharedRegistration): Omit<NonNullable<SuccessorEvidence['registers']>, 'logRatio'> {
  return {
    document: textAt(dataset, document), outlet: textAt(dataset, outlet), contract: textAt(dataset, contract),
    activated: Number.isNaN(activated) ? null : localTimeText(activated, dataset.context.offsetsS[0] ?? 0),
  };
}

/** Share of the two distributions over the hours of the day that coincides, 0–1. */
function hoursOverlap(before: Life, after: Life): number {
  const [all, later] = both(before, after, ({ hours }) => hours.reduce((sum, count) => sum + count, 0));
  let overlap = 0;
  for (let hour = 0; hour < 24; hour++) overlap += Math.min(before.hours[hour]! / all, after.hours[hour]! / later);
  return overlap;
}
