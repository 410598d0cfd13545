/** Who was harmed through the number: those who paid after a talk with it, named victims it spoke with, and those who called back its rings. */
import { numberText } from '../../records/numberKey.ts';
import { hasNumber } from '../../records/numberSet.ts';
import { rowsWith, tableOf } from '../tables/tableIndex.ts';
import { MOST_STRENGTH, ofSeveral, poissonStrength } from './chance.ts';
import type { ChainContext, Contacted } from './chainContext.ts';
import { fromContacts, fromRows, isBad, leastStrength } from './chainContext.ts';
import type { ChainHop } from './chainHop.ts';

/** Whoever is talked into paying pays on the phone or within this (assumed). */
const PAYS_WITHIN_S = 1800;
/** Nobody is talked into paying in less (assumed). */
const LEAST_TALK_S = 120;
/** Where nothing is known of a payer's usual payments, one in ten days (assumed). */
const USUAL_PAYMENTS_PER_S = 1 / (10 * 86_400);
/** Of wangiri: rings out are answered by at most this share (assumed; ordinary calls: more than half). */
const RINGS_ANSWERED = 0.08;
const LEAST_RINGS = 20;
const LEAST_CALLED_BACK = 3;
const CALLS_BACK_WITHIN_S = 86_400;

export function findVictims(context: ChainContext): ChainHop[] {
  const { dataset, number } = context;
  const talks = Map.groupBy(context.contacted.filter(({ isText }) => !isText), ({ other }) => other);
  const hops: ChainHop[] = [];
  const callers = calledBack(context.contacted);
  for (const [other, calls] of talks) {
    // Accomplices talk too.
    if (other === context.key || isBad(dataset, other)) continue;
    const hop = paidAfterTalk(context, other, calls, talks.size) ?? listedVictim(context, other, calls) ?? callers.get(other) ?? null;
    if (hop === null) continue;
    if ('strength' in hop) hops.push(hop);
    else {
      hops.push({
        kind: 'victim', from: numberText(other, dataset.oddNumbers), to: number, strength: ofSeveral(poissonStrength(callers.size, 1), 1), alternatives: [],
        evidence: fromContacts('calledBack', hop.calls, { rings: hop.rings, calledBack: callers.size }),
      });
    }
  }
  return hops.sort((a, b) => b.strength - a.strength || b.evidence.count - a.evidence.count);
}

function paidAfterTalk({ dataset, key, number }: ChainContext, other: number, calls: readonly Contacted[], contacts: number): ChainHop | null {
  const table = tableOf(dataset, 'transfers');
  if (table === null) return null;
  const { time, toNumber, toCard } = table.columns;
  const talks = calls.filter(({ durationS }) => durationS >= LEAST_TALK_S);
  if (talks.length === 0) return null;
  const payments = Array.from(rowsWith(table, 'fromNumber', other));
  const utc = (row: number) => time[row]! - table.offsetsS[row]!;
  const afterTalk = payments.filter((row) => talks.some(({ at, durationS }) => utc(row) >= at && utc(row) <= at + durationS + PAYS_WITHIN_S));
  if (afterTalk.length === 0) return null;
  // Paying whom one pays at other times is no sign of anything.
  const strange = afterTalk.filter((row) => payments.every((usual) => toCard[usual] !== toCard[row] || afterTalk.includes(usual)));
  if (strange.length === 0) return null;
  const { firstDay, lastDay } = dataset;
  const span = Math.max(1, lastDay - firstDay + 1) * 86_400;
  const rate = Math.max(USUAL_PAYMENTS_PER_S, (payments.length - strange.length) / span);
  const windows = talks.reduce((sum, { durationS }) => sum + durationS + PAYS_WITHIN_S, 0);
  // To a card whose holder went bad, or to one that others pay after such talks, it is less of a coincidence still.
  const toBad = strange.filter((row) => toNumber[row] !== 0 && isBad(dataset, toNumber[row]!)).length;
  const strength = Math.min(MOST_STRENGTH, ofSeveral(poissonStrength(strange.length, rate * windows), Math.log2(contacts + 1)) + 2 * toBad);
  if (strength < leastStrength({ dataset, key })) return null;
  return {
    kind: 'victim', from: numberText(other, dataset.oddNumbers), to: number, strength, alternatives: [],
    evidence: fromRows(dataset, 'paidAfterTalk', table, strange, 'time', {
      payments: strange.length, amount: strange.reduce((sum, row) => sum + table.columns.amount[row]!, 0), talks: talks.length, expected: rate * windows, contacts,
    }),
  };
}

/** Somebody whom a list names as a victim, and who spoke with the number. */
function listedVictim({ dataset, key, number, contacted }: ChainContext, other: number, calls: readonly Contacted[]): ChainHop | null {
  const list = dataset.tables.lists.find(({ role, numbers }) => role === 'victim' && hasNumber(numbers, other));
  const talks = calls.filter(({ durationS }) => durationS >= LEAST_TALK_S);
  if (list === undefined || talks.length === 0) return null;
  // Of all in the dataset, this share are named victims: so many among those it spoke with are to be expected.
  const spokenWith = new Set(contacted.filter(({ durationS }) => durationS >= LEAST_TALK_S).map((contact) => contact.other)).size;
  const expected = (spokenWith * list.numbers.size) / Math.max(list.numbers.size, dataset.features.numbers.length);
  const strength = poissonStrength(1, expected);
  if (strength < leastStrength({ dataset, key })) return null;
  return {
    kind: 'victim', from: numberText(other, dataset.oddNumbers), to: number, strength, alternatives: [],
    evidence: fromContacts('listedVictim', talks, { list: list.name, expected }),
  };
}

/** Who called back a ring and spoke, where rings are what the number lives by. */
function calledBack(contacted: readonly Contacted[]): Map<number, { readonly calls: readonly Contacted[]; readonly rings: number }> {
  const back = new Map<number, { calls: Contacted[]; rings: number }>();
  const out = contacted.filter(({ isOut, isText }) => isOut && !isText);
  const answered = out.filter(({ durationS }) => durationS > 0).length;
  if (out.length < LEAST_RINGS || answered > out.length * RINGS_ANSWERED) return back;
  const rang = new Map<number, number>();
  for (const contact of contacted) {
    if (contact.isText) continue;
    if (contact.isOut) {
      if (contact.durationS === 0) rang.set(contact.other, contact.at);
    } else if (contact.durationS > 0 && contact.at - (rang.get(contact.other) ?? -Infinity) <= CALLS_BACK_WITHIN_S) {
      const known = back.get(contact.other);
      if (known === undefined) back.set(contact.other, { calls: [contact], rings: out.length - answered });
      else known.calls.push(contact);
    }
  }
  return back.size < LEAST_CALLED_BACK ? new Map() : back;
}
