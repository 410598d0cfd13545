import { evaluateSets } from '../../analysis/sets/evaluateSets.ts';
import { isSetName, parseSetExpression, SetExpressionError } from '../../analysis/sets/setExpression.ts';
import type { NumberSet } from '../../records/numberSet.ts';
import { combineSets, keysOf } from '../../records/numberSet.ts';
import { numberText } from '../../records/numberKey.ts';
import { OddNumbers } from '../../records/oddNumbers.ts';
import { inspectFiles } from '../pipeline.ts';
import { readNumbers } from '../readNumbers.ts';
import type { Arguments } from './arguments.ts';
import { UsageError } from './arguments.ts';
import { Output, writeCsv } from './output.ts';
import { openFile } from './openFile.ts';
import { readOptions } from './readFiles.ts';

/** `collide A=FILE B=FILE … --op "A & B - C"`: the numbers that set algebra over the files' numbers leaves. */
export async function printCollision(args: Arguments): Promise<void> {
  const files = args.files.map(namedFile);
  const names = new Set(files.map(({ name }) => name));
  for (const [i, { name }] of files.entries()) {
    if (files.findIndex((other) => other.name === name) < i) throw new UsageError(`there are two sets ${name}; give each file a name of its own: ${name}2=FILE`);
  }
  if (args.op === null) throw new UsageError(`collide needs --op, such as --op "${[...names].join(' & ')}"`);
  const expression = parsed(args.op, names);

  const odd = new OddNumbers();
  const sets = new Map<string, NumberSet>();
  const described = [];
  for (const { name, path } of files) {
    const read = await readSet(path, args, odd);
    sets.set(name, read.numbers);
    described.push({ name, file: path, kind: read.kind, numbers: read.numbers.size, rows: read.rows, rejected: read.rejected });
  }
  let found = evaluateSets(expression, sets);
  for (const path of args.except) found = combineSets(found, '-', (await readSet(path, args, odd)).numbers);

  if (args.format === 'csv') {
    await writeCsv(['number'], rows(found, odd));
    return;
  }
  const output = new Output();
  await output.write(`{"op":${JSON.stringify(args.op)},"sets":${JSON.stringify(described)},"count":${found.size},"numbers":[`);
  let isFirst = true;
  for (const key of keysOf(found)) {
    await output.write(`${isFirst ? '' : ','}\n${JSON.stringify(numberText(key, odd))}`);
    isFirst = false;
  }
  await output.write('\n]}\n');
  await output.flush();
}

function parsed(op: string, names: ReadonlySet<string>) {
  try {
    return parseSetExpression(op, names);
  } catch (error) {
    if (!(error instanceof SetExpressionError)) throw error;
    const known = error.fault.code === 'unknownSet' ? `; there are ${[...names].join(', ')}` : '';
    throw new UsageError(`--op ${JSON.stringify(op)}, ${error.message}${known}`, { cause: error });
  }
}

function* rows(found: NumberSet, odd: OddNumbers) {
  for (const key of keysOf(found)) yield { number: numberText(key, odd) };
}

async function readSet(path: string, args: Arguments, odd: OddNumbers) {
  const source = await openFile(path);
  try {
    const [inspection] = await inspectFiles([source], [await readOptions(source, args)], args.zone);
    const read = await readNumbers(source, inspection!, odd, args.window, () => Promise.resolve());
    process.stderr.write(`${path}: ${read.numbers.size} numbers of ${read.rows} rows, ${read.rejected} rejected\n`);
    return { ...read, kind: inspection!.kind };
  } finally {
    await source.close();
  }
}

/** `A=calls.csv`; a file without a name is called A, B, C … by its place. */
function namedFile(argument: string, place: number): { readonly name: string; readonly path: string } {
  const equals = argument.indexOf('=');
  const name = argument.slice(0, Math.max(equals, 0)).trim();
  if (equals > 0 && isSetName(name)) {
    if (equals === argument.length - 1) throw new UsageError(`${argument} names no file`);
    return { name, path: argument.slice(equals + 1) };
  }
  return { name: String.fromCharCode(65 + (place % 26)), path: argument };
}
