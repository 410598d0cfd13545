import type { Meeting, MeetingPair, MeetingQuery, Meetings } from '../answers.ts';
import { timeTextAt } from '../recordSpan.ts';
import { numberOfRow, rowOfNumber } from '../rowOfNumber.ts';
import type { ScoredDataset } from '../scoredDataset.ts';
import { chanceAmong } from './chance.ts';
import { cellsNamed } from './findCompanions.ts';
import { DayRing, knowsSites } from './sightings.ts';
import type { Together } from './togetherness.ts';
import { Whereabouts } from './togetherness.ts';

const MOST_MEETINGS = 500;

/** Where and when some numbers were at one place within minutes (碰面), and for each two of them how often by chance. */
export function findMeetings(dataset: ScoredDataset, { numbers, minutes, metres }: MeetingQuery): Meetings {
  const rows = [...new Set(numbers.map((number) => rowOfNumber(dataset, number)))].filter((row) => row >= 0);
  const unknown = numbers.filter((number) => rowOfNumber(dataset, number) < 0);
  const lives = rows.map((row) => ({ row, whereabouts: new Whereabouts(dataset, row, { minutes, metres }) }));
  const ring = new DayRing(dataset);
  const turns = ring.turns();
  const pairs: MeetingPair[] = [];
  const moments: (Together & { readonly a: number; readonly b: number })[] = [];
  for (const [i, a] of lives.entries()) {
    for (const b of lives.slice(i + 1)) {
      const hours = a.whereabouts.together(b.whereabouts.sightings);
      const { expected, chance } = chanceAmong(hours.length, turns.map((turn) => a.whereabouts.together(b.whereabouts.sightings, ring, turn).length));
      pairs.push({ a: numberOfRow(dataset, a.row), b: numberOfRow(dataset, b.row), hours: hours.length, expected, chance, cells: cellsNamed(dataset, hours) });
      for (const moment of hours) moments.push({ ...moment, a: a.row, b: b.row });
    }
  }
  const meetings = joined(moments).map((meeting): Meeting => ({
    at: timeTextAt(dataset, meeting.rows[0]!, meeting.from),
    until: timeTextAt(dataset, meeting.rows[0]!, meeting.to),
    cell: dataset.cells.text(meeting.cell - 1),
    numbers: meeting.rows.map((row) => numberOfRow(dataset, row)),
  }));
  return {
    hasSites: knowsSites(dataset),
    unknown,
    pairs: pairs.sort((a, b) => a.chance - b.chance || b.hours - a.hours),
    total: meetings.length,
    meetings: meetings.slice(0, MOST_MEETINGS),
  };
}

/** Moments of pairs at one cell, each within an hour of the one before, are one meeting of all of them. */
function joined(moments: readonly (Together & { readonly a: number; readonly b: number })[]) {
  const open = new Map<number, { from: number; to: number; readonly cell: number; readonly rows: Set<number> }>();
  const all: { from: number; to: number; readonly cell: number; readonly rows: Set<number> }[] = [];
  for (const { at, cell, a, b } of moments.toSorted((one, other) => one.at - other.at)) {
    let meeting = open.get(cell);
    if (meeting === undefined || at - meeting.to > 3600) {
      meeting = { from: at, to: at, cell, rows: new Set() };
      open.set(cell, meeting);
      all.push(meeting);
    }
    meeting.to = at;
    meeting.rows.add(a).add(b);
  }
  return all
    .sort((one, other) => other.rows.size - one.rows.size || one.from - other.from)
    .map(({ rows, ...rest }) => ({ ...rest, rows: [...rows] }));
}
