import { inspectHead } from '../ingest/inspectHead.ts';
import { Part } from './part.ts';

const ROWS = 12_000;
const NUMBERS = 600;
const ROUNDS = 3;

/**
 * Reads made-up records and makes their features, so that the hot loops are compiled before a file is chosen: the first
 * million records otherwise take almost twice as long. Takes some 150 ms; nothing of it is kept.
 */
export async function warmUp(): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    // The first round with devices and cells, then without: both widths of record are compiled.
    const bytes = new TextEncoder().encode(madeUpFile(round % 2 === 0));
    const { layout } = inspectHead(bytes.subarray(0, 1 << 14), { name: 'warm-up.csv', bytes: bytes.length }, {}, 'Asia/Shanghai');
    const part = new Part();
    const source = { name: 'warm-up.csv', bytes: bytes.length, read: (start: number, end: number) => Promise.resolve(bytes.subarray(start, end)) };
    const options = { partitionCount: 4, hasDevices: round % 2 === 0 };
    await part.read(options, [{ file: 0, start: 0, end: bytes.length, base: 0 }], [source], [layout], () => Promise.resolve());
    const steps = part.features([0, 1, 2, 3], [], null, 0);
    while (!steps.next().done);
  }
}

function madeUpFile(hasDevices: boolean): string {
  const lines = [`caller,callee,start,duration${hasDevices ? ',imei,cell' : ''}`];
  for (let row = 0; row < ROWS; row++) {
    const caller = (row * 7919) % NUMBERS;
    const callee = (caller + ((row * 31) % 97) + 1) % NUMBERS;
    const at = new Date(1_700_000_000_000 + row * 61_000).toISOString().slice(0, 19).replace('T', ' ');
    const device = hasDevices ? `,8600000000${String(10_000 + caller)},24799-${10_000 + (row % 300)}` : '';
    lines.push(`138${String(10_000_000 + caller)},139${String(10_000_000 + callee)},${at},${row % 400}${device}`);
  }
  return `${lines.join('\n')}\n`;
}
