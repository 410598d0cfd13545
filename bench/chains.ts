/**
 * `npx node bench/chains.ts WORLD…`: how many hops of the chains in simulated worlds are found, of those the records allow, and how many are
 * found that are not there. A world is a folder that `npm run world` wrote. Last line: JSON of measure → value.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deviceText } from '../src/analysis/deviceTexts.ts';
import { chainContext } from '../src/analysis/chain/chainContext.ts';
import type { ChainContext } from '../src/analysis/chain/chainContext.ts';
import type { ChainHop, HopKind } from '../src/analysis/chain/chainHop.ts';
import { hopKinds } from '../src/analysis/chain/chainHop.ts';
import { traceChain } from '../src/analysis/chain/traceChain.ts';
import { rowsWith, tableOf, textAt, textId } from '../src/analysis/tables/tableIndex.ts';
import { poolRowsOf } from '../src/analysis/describeBackground.ts';
import { findNumberKey } from '../src/records/numberKey.ts';
import { hasNumber } from '../src/records/numberSet.ts';
import { parseArguments } from '../src/engine/cli/arguments.ts';
import { readArguments } from '../src/engine/cli/readFiles.ts';

interface Hop {
  readonly kind: HopKind;
  readonly from: string;
  readonly to: string;
}
/** Hops that accuse somebody: of an innocent number there must be none. */
const accusing: ReadonlySet<HopKind> = new Set(['victim', 'merchant', 'insider', 'bankCard']);
/** Innocents asked of each world. */
const INNOCENTS = 400;
let innocents = 0;
let accused = 0;

interface Truth {
  readonly roles: Readonly<Record<string, string>>;
  readonly sides: Readonly<Record<'ordinary' | 'lookAlike', readonly string[]>>;
  readonly fraud: readonly { readonly number: string; readonly role: string }[];
  readonly chains: readonly { readonly number: string; readonly hops: readonly Hop[] }[];
}

/** Minutes after a talk in which a payment says that the records could tell. */
const PAYS_WITHIN_S = 45 * 60;
const DEVICE_DIGITS = 14;

const counts = Object.fromEntries(hopKinds.map((kind) => [kind, { allowed: 0, right: 0, found: 0, false: 0 }])) as Record<HopKind, { allowed: number; right: number; found: number; false: number }>;
for (const folder of process.argv.slice(2)) await measure(folder);

const sum = (what: 'allowed' | 'right' | 'found' | 'false') => hopKinds.reduce((total, kind) => total + counts[kind][what], 0);
console.log('kind        allowed  right  found  false');
for (const kind of hopKinds) {
  const { allowed, right, found, false: wrong } = counts[kind];
  console.log(`${kind.padEnd(10)}${String(allowed).padStart(9)}${String(right).padStart(7)}${String(found).padStart(7)}${String(wrong).padStart(7)}`);
}
console.log(JSON.stringify({ right: sum('right') / Math.max(1, sum('allowed')), false: sum('false') / Math.max(1, sum('found')), hops: sum('found'), innocentsAccused: accused / Math.max(1, innocents) }));

async function measure(folder: string): Promise<void> {
  const truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as Truth;
  const files = readdirSync(folder).filter((name) => name !== 'truth.json').map((name) => join(folder, name));
  const dataset = await readArguments(parseArguments(['--zone', 'Asia/Shanghai', ...files]));
  const harmless = new Set([...truth.sides.ordinary, ...truth.sides.lookAlike]);
  const others = Object.entries(truth.roles).filter(([, role]) => harmless.has(role));
  for (let i = 0; i < INNOCENTS; i++) {
    const [number, role] = others[Math.floor((i * others.length) / INNOCENTS)]!;
    const hops = traceChain(dataset, { number })?.hops.filter(({ kind }) => accusing.has(kind)) ?? [];
    innocents++;
    if (hops.length > 0) accused++;
    if (hops.length > 0 && process.env['SHOW'] === 'innocent') console.error(number, role, hops.map(({ kind, from, to, strength }) => `${kind} ${from} ${to} ${strength.toFixed(1)}`).join('; '));
  }
  for (const { number, hops } of truth.chains) {
    const context = chainContext(dataset, findNumberKey(number, dataset.oddNumbers));
    const found = traceChain(dataset, { number })?.hops ?? [];
    const isTrue = (hop: ChainHop) => hops.some((other) => isSame(hop, other));
    for (const hop of found) {
      counts[hop.kind].found++;
      if (!isTrue(hop)) {
        counts[hop.kind].false++;
        if (process.env['SHOW'] === hop.kind) console.error(number, truth.fraud.find((other) => other.number === number)?.role, JSON.stringify({ ...hop, evidence: { ...hop.evidence, records: undefined } }));
      }
    }
    for (const hop of hops) {
      if (!isAllowed(context, hop)) continue;
      counts[hop.kind].allowed++;
      if (found.some((other) => isSame(other, hop))) counts[hop.kind].right++;
      else if (process.env['SHOW'] === `-${hop.kind}`) console.error(number, truth.fraud.find((other) => other.number === number)?.role, JSON.stringify(hop));
    }
  }
}

function isSame(a: Hop, b: Hop): boolean {
  if (a.kind !== b.kind) return false;
  return a.kind === 'device' ? a.to.slice(0, DEVICE_DIGITS) === b.to.slice(0, DEVICE_DIGITS) : a.to === b.to && (a.from === b.from || a.kind === 'outlet');
}

/** True when the open records hold what the hop could be seen by. */
function isAllowed({ dataset, key, contacted }: ChainContext, hop: Hop): boolean {
  const register = tableOf(dataset, 'subscriptions');
  const rows = register === null ? [] : [...rowsWith(register, 'number', key)];
  switch (hop.kind) {
    case 'victim': {
      const victim = findNumberKey(hop.from, dataset.oddNumbers);
      const talks = contacted.filter(({ other, durationS, isText }) => other === victim && durationS > 0 && !isText);
      if (talks.length === 0) return false;
      if (dataset.tables.lists.some(({ role, numbers }) => role === 'victim' && hasNumber(numbers, victim))) return true;
      const table = tableOf(dataset, 'transfers');
      return table !== null && [...rowsWith(table, 'fromNumber', victim)].some((row) => {
        const at = table.columns.time[row]! - table.offsetsS[row]!;
        return talks.some((talk) => at >= talk.at && at <= talk.at + talk.durationS + PAYS_WITHIN_S);
      });
    }
    case 'device':
      return contacted.some(({ device }) => deviceText(dataset, device)?.slice(0, DEVICE_DIGITS) === hop.to.slice(0, DEVICE_DIGITS));
    case 'card':
      return contacted.some(({ card }) => deviceText(dataset, card) === hop.to);
    case 'outlet':
      return rows.some((row) => textAt(dataset, register!.columns.outlet[row]!) === hop.to);
    case 'merchant':
      return rows.some((row) => textAt(dataset, register!.columns.agent[row]!) === hop.to);
    case 'pool':
      return poolRowsOf(dataset, key).some((row) => textAt(dataset, tableOf(dataset, 'pools')!.columns.contract[row]!) === hop.to);
    case 'insider':
      return poolRowsOf(dataset, key).length > 0;
    case 'account': {
      const table = tableOf(dataset, 'registrations');
      return table !== null && [...rowsWith(table, 'number', key)].some((row) => textAt(dataset, table.columns.platform[row]!) === hop.to);
    }
    case 'bankCard': {
      const table = tableOf(dataset, 'transfers');
      const card = textId(dataset, hop.to);
      return table !== null && [...rowsWith(table, 'toCard', card)].some((row) => table.columns.toNumber[row] === key);
    }
  }
}
