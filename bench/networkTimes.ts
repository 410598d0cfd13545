/**
 * `npx node bench/networkTimes.ts [--links N] [--only engine|browser]`: waits in the network of N (6,000,000) links, two of its numbers with
 * 200,000 contacts each: `engine`, how long its questions take; `browser`, how long until the answer is on the screen. Writes the files to
 * `bench/data` the first time. Last line: JSON, ms.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findNetwork } from '../src/analysis/findNetwork.ts';
import { findPath } from '../src/analysis/path/findPath.ts';
import { openFile } from '../src/engine/cli/openFile.ts';
import { readDataset } from '../src/engine/pipeline.ts';
import type { Spread } from './browser/networkTimes.ts';
import { screenTimes, spread } from './browser/networkTimes.ts';
import { Random } from '../mocks/world/random.ts';
import { benchFile, benchHeader, benchNumber } from './generate.ts';

const option = (name: string) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined);
const links = Number(option('--links') ?? 6_000_000);
const only = option('--only');
/** `generate.ts`: 64 directed links per 100 records, 20 records per number. */
const rows = Math.round(links / 0.64);
const numbers = Math.round(rows / 20);
const HUBS = ['13700000000', '13700000001'] as const;
const HUB_CONTACTS = Math.min(200_000, numbers);
const folder = join(import.meta.dirname, 'data');

const { path: callsFile } = benchFile(rows, folder);
// Everyone rings them, so they lead from anyone to anyone, and no way may go through them.
const hubFile = join(folder, `hub-${rows}-${HUB_CONTACTS}-v3.csv`);
if (!existsSync(hubFile)) {
  const two = (value: number) => String(value).padStart(2, '0');
  const lines = HUBS.flatMap((hub) => Array.from({ length: HUB_CONTACTS }, (_, i) =>
    `${benchNumber(Math.floor((i * numbers) / HUB_CONTACTS))},${hub},2026-04-${10 + (i % 20)} ${two(8 + (i % 12))}:00:${two(i % 60)},30,,`));
  writeFileSync(hubFile, `${benchHeader}\n${lines.join('\n')}\n`);
}
/** `generate.ts`: the lower the index, the more calls. */
const busy = Array.from({ length: 10 }, (_, i) => benchNumber(i * 7));
const random = new Random(20_260_608, numbers);
const anyNumber = () => benchNumber(random.below(numbers));
const asked = Array.from({ length: 30 }, anyNumber);
const paths = Array.from({ length: 20 }, (_, i) => [i % 4 === 3 ? busy[i % busy.length]! : anyNumber(), anyNumber()] as const);
const ms = (value: number) => `${value.toFixed(0)} ms`;
const told = ({ median, longest }: Spread) => `${ms(median)}, longest ${ms(longest)}`;
const results: Record<string, unknown> = {};

if (only !== 'browser') {
  const sources = [await openFile(callsFile), await openFile(hubFile)];
  const dataset = await readDataset(sources, [], 'Asia/Shanghai', 0.01, { onProgress: () => undefined, checkpoint: () => Promise.resolve() });
  for (const source of sources) await source.close();
  const timed = (act: () => unknown) => {
    const began = performance.now();
    act();
    return performance.now() - began;
  };
  const network = (number: string, contactsEach = 15) => findNetwork(dataset, { window: null, numbers: [number], also: [], contactsEach });
  const path = (isInTime: boolean) => spread(paths.map(([from, to]) => timed(() => findPath(dataset, { window: null, from, to, isInTime }))));
  const engine = {
    links: dataset.linkCount,
    hub: timed(() => network(HUBS[0])),
    neighbourhood: spread(asked.map((number) => timed(() => network(number)))),
    busy: spread(busy.map((number) => timed(() => network(number)))),
    expandBy50: spread(asked.map((number) => timed(() => network(number, 50)))),
    path: path(false),
    pathInTime: path(true),
  };
  console.log(`${engine.links.toLocaleString('en')} links, in the engine`);
  console.log(`neighbourhood ${told(engine.neighbourhood)}; of the busiest ${told(engine.busy)}; with 50 contacts ${told(engine.expandBy50)}; of ${HUB_CONTACTS.toLocaleString('en')} contacts ${ms(engine.hub)}`);
  console.log(`shortest path ${told(engine.path)}; in time ${told(engine.pathInTime)}`);
  results['engine'] = engine;
}
if (only !== 'engine') {
  const screen = await screenTimes({ files: [callsFile, hubFile], numbers: asked, busy, hubs: HUBS, paths });
  console.log(`${screen.links} links, on the screen`);
  console.log(`neighbourhood ${told(screen.neighbourhood)}, the very first ${ms(screen.first)}; of the busiest ${told(screen.busy)}`);
  console.log(`of ${HUB_CONTACTS.toLocaleString('en')} contacts ${ms(screen.hub.ms)}, longest task ${ms(screen.hub.longestTaskMs)}`);
  console.log(`right after the queue appeared: neighbourhood ${ms(screen.early.neighbourhood)}, of ${HUB_CONTACTS.toLocaleString('en')} contacts ${ms(screen.early.hub)}`);
  console.log(`expand by 50 ${told(screen.expandBy50.ms)}, longest task ${ms(screen.expandBy50.longestTaskMs)}, arranged numbers moved: ${screen.expandBy50.pinnedMoved}`);
  console.log(`shortest path ${told(screen.path)}; in time ${told(screen.pathInTime)}`);
  results['screen'] = screen;
}
console.log(JSON.stringify(results));
