import type { SuspectQuery } from '../analysis/answers.ts';
import { answerQuestion } from './answerQuestion.ts';
import type { ByteSource } from './byteSource.ts';
import { assembleDataset } from './datasetBuilder.ts';
import type { MergedParts } from './mergeParts.ts';
import { mergeParts } from './mergeParts.ts';
import { Part } from './part.ts';
import type { PartitionFeatures } from './partFeatures.ts';
import { PartReader } from './partReader.ts';
import type { DatasetPlan } from './pipeline.ts';
import { DEFAULT_BASE_RATE, inspectFiles, planDataset } from './pipeline.ts';
import { lookedAtOnce } from './takeCloserLook.ts';
import { turn } from './turn.ts';

const ZONE = 'Asia/Shanghai';

const ROWS = 6000;
const NUMBERS = 600;
const LIST_ROWS = 1000;
const ROUNDS = 6;
/** There are few numbers in what is read, and many where it matters. */
const SCORES = 10;
/** More entries than an array holds without memory of its own. */
const GIVEN = 1024;

/**
 * Reads made-up records, so that the hot loops are compiled before a file is chosen: the first million records otherwise take almost
 * twice as long. Takes some 200 ms; nothing of it is kept. Rejects as the checkpoint does.
 * @param checkpoint between pieces of work, to let others have a turn or to end it
 */
export async function warmUpReading(checkpoint: () => Promise<void>): Promise<void> {
  for await (const _ of madeUpParts(checkpoint));
}

/** The same, and scores them, asks for the queue and looks at a subscriber's list, which only the engine itself does. */
export async function warmUp(checkpoint: () => Promise<void>): Promise<void> {
  for await (const { plan, merged, made } of madeUpParts(checkpoint)) {
    for (let score = 0; score < SCORES; score++) {
      await checkpoint();
      const dataset = assembleDataset(plan, merged, [made], plan.recordWords);
      answerQuestion(score === 0 ? lookedAtOnce(dataset) : dataset, { ask: 'suspects', query: wholeQueue, decisions: [] });
    }
  }
  await inspectFiles([sourceOf(madeUpList())], [], ZONE);
}

function sourceOf(text: string): ByteSource {
  const bytes = new TextEncoder().encode(text);
  return { name: 'warm-up.csv', bytes: bytes.length, read: (start, end) => Promise.resolve(bytes.subarray(start, end)) };
}

async function* madeUpParts(checkpoint: () => Promise<void>): AsyncGenerator<{ readonly plan: DatasetPlan; readonly merged: MergedParts; readonly made: PartitionFeatures }> {
  // Whoever had to start first may have been told meanwhile that it is too late.
  await turn();
  await checkpoint();
  giveAway();
  await checkpoint();
  for (let round = 0; round < ROUNDS; round++) {
    // With devices and cells, and without: both widths of record are compiled.
    const source = sourceOf(madeUpFile(round % 2 === 0));
    const inspections = await inspectFiles([source], [], ZONE);
    await checkpoint();
    const plan = planDataset(inspections, DEFAULT_BASE_RATE);
    const partitionCount = 4;
    // As few as there are in any: full blocks are to come, too.
    const blockRecords = 2048;
    const part = new Part();
    part.begin(new PartReader({ partitionCount, recordWords: plan.recordWords, blockRecords }));
    const summary = await part.read(
      [{ file: 0, start: 0, end: source.bytes, base: 0, lines: source.bytes, whole: null }], [source], inspections.map(({ layout }) => layout), checkpoint,
    );
    const merged = mergeParts([summary], [source]);
    const steps = part.features(0, Array.from({ length: partitionCount }, (_, i) => i), [], null, merged.lastDay);
    while (!steps.next().done) await checkpoint();
    yield { plan, merged, made: part.finish() };
  }
}

/**
 * Compiled code relies on no typed array of a kind ever having lost its memory. Once one has, as when records are handed to another
 * worker, all such code is thrown away, in the middle of the work; so that is got over with before any is compiled.
 */
function giveAway(): void {
  const arrays = [new Float64Array(GIVEN), new Uint32Array(GIVEN), new Uint8Array(GIVEN), new Uint8Array(new Float64Array(GIVEN).buffer)];
  const { port1, port2 } = new MessageChannel();
  port1.postMessage(arrays, arrays.map(({ buffer }) => buffer));
  port1.close();
  port2.close();
}

const wholeQueue: SuspectQuery = {
  window: null, text: '', detectors: [], statuses: [], minScore: 0, sort: 'score', descending: true, offset: 0, limit: 100,
};

function madeUpFile(hasDevices: boolean): string {
  const lines = [`caller,callee,start,duration${hasDevices ? ',imei,cell' : ''}`];
  for (let row = 0; row < ROWS; row++) {
    const caller = (row * 7919) % NUMBERS;
    const callee = (caller + ((row * 31) % 97) + 1) % NUMBERS;
    const at = timeOf(row);
    const device = hasDevices ? `,8600000000${String(10_000 + caller)},24799-${10_000 + (row % 300)}` : '';
    lines.push(`138${String(10_000_000 + caller)},139${String(10_000_000 + callee)},${at},${row % 400}${device}`);
  }
  return `${lines.join('\n')}\n`;
}

/** Words for the way, and no ASCII: other ways through the look at a file. */
function madeUpList(): string {
  const ways = ['主叫', '被叫', '发短信', '收短信'];
  const rows = Array.from({ length: LIST_ROWS }, (_, row) => `13800000000,139${String(10_000_000 + ((row * 7919) % NUMBERS))},${ways[row % ways.length]!},${timeOf(row)},${row % 400},小区${row % 50}`);
  return ['本机号码,对方号码,呼叫类型,开始时间,时长,基站', ...rows, ''].join('\n');
}

function timeOf(row: number): string {
  return new Date(1_700_000_000_000 + row * 61_000).toISOString().slice(0, 19).replace('T', ' ');
}
