import { dayText } from '../../../src/records/days.ts';
import type { Day } from '../day.ts';
import { NO_CELL } from '../places.ts';
import { Random } from '../random.ts';
import type { Stage } from '../stage.ts';
import { callLayouts, type CallLayout, type CallRow } from './callLayouts.ts';
import type { FileWriter } from './fileWriter.ts';
import { MemberFacts } from './memberFacts.ts';
import { brokenCopy, clockSkewS, drawFlaws, type BrokenRow } from './noise.ts';
import { LINES_PER_YIELD, type Desk, type Scribe } from './scribe.ts';

/** Name of the choice in which each month is laid out another way. */
export const MIXED = 'mixed';

/**
 * Calls and messages (话单), a file per calendar month.
 * @param layoutName a layout's, or MIXED; @param broken gets the rows broken on purpose
 */
export function communications(stage: Stage, desk: Desk, layoutName: string, broken: BrokenRow[]): Scribe {
  const noise = new Random(stage.seed, 4);
  const facts = new MemberFacts(stage);
  const row: CallRow = {
    from: 0, to: 0, facts, places: stage.places, day: 0, date: '', second: 0, stampedSecond: 0, duration: 0, fromCell: NO_CELL, toCell: NO_CELL, isFromDeviceLost: false, isToDeviceLost: false,
  };
  let months = 0;
  let writer: FileWriter | null = null;
  let layout: CallLayout = callLayouts[0]!;

  function beginMonth(name: string): FileWriter {
    layout = layoutOfMonth(stage.seed, layoutName, months++);
    const opened = desk.open(name, layout.encoding, layout.lineEnd);
    for (const line of [...layout.preamble, layout.header]) opened.write(line);
    return opened;
  }

  return {
    *day(day: Day) {
      const date = dayText(stage.startDay + day.index);
      const name = `话单-${date.slice(0, 7)}.csv`;
      if (writer?.name !== name) writer = beginMonth(name);
      row.day = day.index;
      row.date = date;
      let lines = 0;
      for (const record of day.inOrder()) {
        row.second = day.secondAt(record);
        row.from = day.fromAt(record);
        row.to = day.toAt(record);
        row.duration = day.durationAt(record);
        row.fromCell = facts.cellAt(row.from, day.index, row.second, day.isWeekend);
        row.toCell = facts.cellAt(row.to, day.index, row.second, day.isWeekend);
        const flaws = drawFlaws(noise);
        row.isFromDeviceLost = flaws.isFromDeviceLost;
        row.isToDeviceLost = flaws.isToDeviceLost;
        // By the clock of the exchange that the caller's cell, or else the called one's, belongs to; within the day.
        const skew = clockSkewS(stage.seed, row.fromCell === NO_CELL ? row.toCell : row.fromCell);
        row.stampedSecond = Math.min(86_399, Math.max(0, row.second + skew));
        const start = writer.waiting;
        layout.write(writer, row);
        const { isTwice, breaks: what } = flaws;
        if (isTwice || what !== null) {
          const first = writer.textFrom(start).split(layout.lineEnd)[0]!;
          if (isTwice) writer.write(first);
          if (what !== null) {
            broken.push({ file: name, line: writer.line, what });
            writer.write(brokenCopy(first, layout.timeText(row), what));
          }
        }
        if (++lines % LINES_PER_YIELD === 0) yield;
      }
      yield;
    },
  };
}

/** How a world's n-th month is laid out. */
export function layoutOfMonth(seed: number, layoutName: string, month: number): CallLayout {
  return callLayouts.find((each) => each.name === layoutName) ?? callLayouts[(Math.abs(seed) + month) % callLayouts.length]!;
}
