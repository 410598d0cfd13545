import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { describeAll } from '../fixtures/partsInThread.ts';
import { inspectFiles, planDataset, readDataset } from '../pipeline.ts';
import { ProgressReporter } from '../readProgress.ts';
import { lookedCloser } from '../takeCloserLook.ts';
import { gatherFiles, tableSources } from '../tableSource.ts';
import { openFile } from './openFile.ts';
import { startNodePart } from './nodePart.ts';
import { readInParts } from './readInParts.ts';

const ZONE = 'Asia/Shanghai';
const ROWS = 260_000;
const hooks = { onProgress: () => undefined, checkpoint: () => Promise.resolve() };
const folder = mkdtempSync(join(tmpdir(), 'callchain-test-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function calls(from: number): string {
  return ['caller,callee,start,duration,imei,cell', ...Array.from({ length: ROWS }, (_, row) => {
    const i = from + row;
    const at = new Date(1_464_566_400_000 + ((i * 7919) % 900_000) * 1000).toISOString().slice(0, 19);
    return `1380000${String((i * 31) % 97).padStart(4, '0')},1390000${String((i * 17) % 311).padStart(4, '0')},${at},${i % 60},8600000000${1000 + (i % 50)},C${i % 23}`;
  })].join('\n');
}

describe('the command line, reading in workers', () => {
  it('makes the same dataset with hardly any memory as in one thread, of plain and of packed files', async () => {
    const paths = ['a.csv', 'b.csv.gz', 'c.csv.gz'].map((name) => join(folder, name));
    paths.forEach((path, i) => writeFileSync(path, path.endsWith('.gz') ? gzipSync(calls(i * ROWS)) : calls(i * ROWS)));
    const sources = await Promise.all(paths.map(openFile));
    try {
      const inspections = await inspectFiles(sources, [], ZONE);
      const tables = tableSources(sources, inspections);
      const inParts = await readInParts(paths, inspections, planDataset(inspections, 0.01), new ProgressReporter(sources, () => undefined), 1 << 20, 1);
      if (inParts === null) throw new Error('not read in parts');
      expect(describeAll(lookedCloser(gatherFiles(inParts, sources, tables, inspections)))).toEqual(describeAll(await readDataset(sources, [], ZONE, 0.01, hooks)));
    } finally {
      for (const source of sources) await source.close();
    }
  }, 120_000);

  it('reads once more when a worker is lost, and keeps no more files open than one reading does', async () => {
    const path = join(folder, 'lost.csv');
    writeFileSync(path, calls(0));
    const source = await openFile(path);
    const opened = () => (process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0);
    try {
      const inspections = await inspectFiles([source], [], ZONE);
      const read = (start: typeof startNodePart) =>
        readInParts([path], inspections, planDataset(inspections, 0.01), new ProgressReporter([source], () => undefined), 1 << 20, 1, start);
      let left = 1;
      const losing = () => {
        const port = startNodePart();
        const send = port.send.bind(port);
        port.send = (request, transfer) => (request.do === 'features' && left-- > 0 ? void port.end() : send(request, transfer));
        return port;
      };
      const before = opened();
      const dataset = await read(startNodePart);
      const kept = opened() - before;
      const again = await read(losing);
      expect([left < 0, opened() - before]).toEqual([true, 2 * kept]);
      expect(again?.recordCount).toBe(dataset!.recordCount);
    } finally {
      await source.close();
    }
  }, 120_000);
});
