import type { SuccessorPair } from '../../analysis/answers.ts';
import { findChangeDay } from '../../analysis/compare/successors/findChangeDay.ts';
import { findSuccessors, LEAST_BELIEF, LEAST_BELIEF_OF_ENDED } from '../../analysis/compare/successors/findSuccessors.ts';
import { daySpan } from '../../analysis/recordSpan.ts';
import { dayText, parseDay } from '../../records/days.ts';
import type { Arguments } from './arguments.ts';
import { UsageError } from './arguments.ts';
import { describeDataset } from './dataset.ts';
import { writeCsv, writeJson } from './output.ts';
import { readArguments } from './readFiles.ts';

/** `successors FILE… [--cut DATE]`: numbers that fell silent at the cut and those that took their place, surest first; without a cut it is looked for. */
export async function printSuccessors(args: Arguments): Promise<void> {
  const { cut } = args;
  const dataset = await readArguments(args);
  const { first, last } = daySpan(dataset);
  const parts = (day: number) => day > first && day <= last;
  if (cut !== null && !parts(parseDay(cut))) throw new UsageError(`--cut ${cut} parts nothing: the records are of ${dayText(first)} to ${dayText(last)}`);
  const search = cut === null ? findChangeDay(dataset) : findSuccessors(dataset, { cut });
  let step = search.next();
  while (step.done !== true) step = search.next();
  if (step.value === null) throw new UsageError(`the records are of one day, ${dayText(first)}: there is no change to find`);
  const { pairs, ...head } = step.value;
  if (cut === null) process.stderr.write(`no --cut given: ${head.cut} is the day at which most numbers gave way to others\n`);
  process.stderr.write(`similarity is the probability that the new number took the old one's place; only pairs of ${LEAST_BELIEF} or more are given, of ${LEAST_BELIEF_OF_ENDED} or more where the registers say that the old number was closed, suspended or blocked; ${head.expectedFalse.toFixed(1)} of ${pairs.length} should be false by it\n`);
  const shown = pairs.slice(0, args.top);
  if (args.format === 'csv') await writeCsv(columns, shown.map(csvRow));
  else await writeJson({ dataset: describeDataset(dataset), ...head }, 'pairs', shown);
}

const columns = ['old', 'new', 'similarity', 'silentSince', 'activeSince', 'sharedContacts', 'mappedContacts', 'cells', 'devices', 'registers', 'hoursOverlap'] as const;

/** One line per pair, for a spreadsheet: lists as words with semicolons. */
function csvRow({ old, new: newer, similarity, evidence }: SuccessorPair): Record<(typeof columns)[number], string | number | null> {
  const { silentSince, activeSince, contacts, cells, devices, registers, rhythm } = evidence;
  return {
    old, new: newer, similarity: similarity.toFixed(4), silentSince, activeSince,
    sharedContacts: contacts.shared.map(({ number }) => number).join('; '),
    mappedContacts: contacts.mapped.map((pair) => `${pair.old} → ${pair.new}`).join('; '),
    cells: cells === null ? null : cells.shared.map(({ cell }) => cell).join('; '),
    devices: devices === null ? null : devices.shared.join('; '),
    registers: registers === null ? null : [registers.document, registers.outlet, registers.contract].filter((text) => text !== null).join('; '),
    hoursOverlap: rhythm.hoursOverlap.toFixed(2),
  };
}
