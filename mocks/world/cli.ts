/** `npm run world -- --seed S --numbers N --days D --out DIR`: writes a simulated world as files, and truth.json. */
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { FEWEST_NUMBERS, layoutNames, simulateWorld, type World } from './simulateWorld.ts';
import { truthJson } from './truth.ts';

const usage = `usage: npm run world -- --out DIR [--seed 7] [--numbers 50000] [--days 60] [--fraud-share 0.005] [--start YYYY-MM-DD] [--layout NAME]

  --out      folder for the files and truth.json; made if it is not there
  --seed     whole number; the same seed gives the same bytes
  --numbers  about how many numbers, from ${FEWEST_NUMBERS}
  --days     days of records, from 1
  --fraud-share  share of numbers that are fraud, up to 0.1; by default one in 200
  --start    first day; by default the world ends on 2026-06-08
  --layout   how calls are laid out: ${layoutNames.join(', ')} (each month another way)`;

/** Says what is wrong in one line, and ends with 2: the arguments cannot be used. */
function refuse(message: string): never {
  console.error(`world: ${message}\n${usage}`);
  process.exit(2);
}

function whole(name: string, text: string): number {
  if (!/^-?\d+$/.test(text)) refuse(`--${name} must be a whole number, not "${text}"`);
  return Number(text);
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        out: { type: 'string' }, seed: { type: 'string', default: '7' }, numbers: { type: 'string', default: '50000' },
        days: { type: 'string', default: '60' }, 'fraud-share': { type: 'string' }, start: { type: 'string' }, layout: { type: 'string', default: 'mixed' }, help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

/** Writes all files and answers how many bytes each has. */
function writeWorld(world: World, folder: string): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const { file, bytes } of world.chunks()) {
    const written = sizes.get(file);
    writeFileSync(join(folder, file), bytes, { flag: written === undefined ? 'w' : 'a' });
    sizes.set(file, (written ?? 0) + bytes.length);
  }
  const truth = join(folder, 'truth.json');
  writeFileSync(truth, '');
  for (const piece of truthJson(world.truth, world.eachRole())) appendFileSync(truth, piece);
  return sizes;
}

const values = readArguments();
if (values.help) {
  console.log(usage);
  process.exit(0);
}
if (values.out === undefined) refuse('--out is missing');
let world: World;
try {
  world = simulateWorld({
    seed: whole('seed', values.seed), numbers: whole('numbers', values.numbers), days: whole('days', values.days),
    ...(values['fraud-share'] === undefined ? {} : { fraudShare: Number(values['fraud-share']) }),
    ...(values.start === undefined ? {} : { startDay: values.start }), layout: values.layout,
  });
} catch (error) {
  if (error instanceof RangeError) refuse(error.message);
  throw error;
}
try {
  mkdirSync(values.out, { recursive: true });
} catch (error) {
  refuse(`--out ${values.out} cannot be made: ${error instanceof Error ? error.message : String(error)}`);
}
for (const [file, bytes] of writeWorld(world, values.out)) console.error(`${join(values.out, file)}  ${bytes} bytes`);
console.error(`${join(values.out, 'truth.json')}  ${world.truth.fraud.length} fraud numbers, ${world.truth.replacements.length} replacements`);
