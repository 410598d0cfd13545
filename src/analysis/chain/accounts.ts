/** Accounts made with the number, with the codes it received for them, and the bank cards where money comes in. */
import { findNumberKey, isServiceKey } from '../../records/numberKey.ts';
import { cardsOfNumber } from '../tables/cardsOfNumber.ts';
import { callBefore } from '../describeBackground.ts';
import type { ScoredDataset } from '../scoredDataset.ts';
import { rowsWith, tableOf, textAt } from '../tables/tableIndex.ts';
import { MOST_STRENGTH, poissonStrength } from './chance.ts';
import type { ChainContext } from './chainContext.ts';
import { fromRows, isBad, leastStrength } from './chainContext.ts';
import type { ChainHop } from './chainHop.ts';

/** One row of a platform's list in a hundred is wrong (assumed). */
const REGISTER_STRENGTH = 2;
/** A code comes within minutes of a registration (assumed). */
const CODE_BEFORE_S = 600;
const CODE_AFTER_S = 120;
/** Money that goes on is gone within hours (assumed: the first hour matters most to those who chase it). */
const GOES_ON_S = 3 * 3600;
/** Of what came in, this share goes on before one says that a card passes it on. */
const GOES_ON_SHARE = 0.5;
const LEAST_PAYERS = 3;
/** Passing on what came in once may be a coincidence of life; so many times it is a business. */
const LEAST_PASSED = 2;
const AFTER_TALK_STRENGTH = 2;
/** Of ordinary incoming payments, one in ten is followed by one as large within hours (assumed). */
const USUALLY_PASSED = 0.1;

export function findAccounts({ dataset, key, number, contacted }: ChainContext): ChainHop[] {
  const table = tableOf(dataset, 'registrations');
  if (table === null) return [];
  const { columns } = table;
  const codes = contacted.filter(({ isText, isOut, other }) => isText && !isOut && isServiceKey(other));
  const span = Math.max(1, dataset.lastDay - dataset.firstDay + 1) * 86_400;
  const byPlatform = Map.groupBy(rowsWith(table, 'number', key), (row) => columns.platform[row]! || columns.account[row]!);
  const hops: ChainHop[] = [];
  for (const [platform, rows] of byPlatform) {
    const name = textAt(dataset, platform);
    if (name === null) continue;
    const withCode = rows.filter((row) => {
      const at = columns.time[row]! - table.offsetsS[row]!;
      return codes.some((code) => code.at >= at - CODE_BEFORE_S && code.at <= at + CODE_AFTER_S);
    }).length;
    const expected = rows.length * Math.min(1, (codes.length / span) * (CODE_BEFORE_S + CODE_AFTER_S));
    hops.push({
      kind: 'account', from: number, to: name, strength: Math.min(MOST_STRENGTH, REGISTER_STRENGTH + poissonStrength(withCode, expected)), alternatives: [],
      evidence: fromRows(dataset, 'registered', table, rows, 'time', { accounts: rows.length, withCode, codes: codes.length, expected, type: textAt(dataset, columns.type[rows[0]!]!) ?? '' }),
    });
  }
  return hops.sort((a, b) => b.strength - a.strength || b.evidence.count - a.evidence.count);
}

/** Cards of the number on which money comes in and goes on; a card that only pays is its holder's purse. */
export function findBankCards({ dataset, key, number }: ChainContext): ChainHop[] {
  const table = tableOf(dataset, 'transfers');
  if (table === null) return [];
  const { columns } = table;
  const utc = (row: number) => columns.time[row]! - table.offsetsS[row]!;
  const hops: ChainHop[] = [];
  for (const card of cardsOfNumber(dataset, key)) {
    const into = Array.from(rowsWith(table, 'toCard', card)).sort((a, b) => utc(a) - utc(b));
    const out = Array.from(rowsWith(table, 'fromCard', card));
    const payers = new Set(into.map((row) => columns.fromCard[row]!)).size;
    const passed = into.filter((row) => {
      const soon = out.filter((other) => utc(other) >= utc(row) && utc(other) <= utc(row) + GOES_ON_S);
      return soon.reduce((sum, other) => sum + columns.amount[other]!, 0) >= columns.amount[row]! * GOES_ON_SHARE;
    });
    // Payers who had just spoken with a number that went bad: one such payment by chance in a hundred (assumed), as for victims.
    const afterTalk = into.filter((row) => paidAfterBadTalk(dataset, columns.fromNumber[row]!, utc(row))).length;
    const isMule = passed.length >= LEAST_PASSED || (passed.length > 0 && into.length <= 2) || (payers >= LEAST_PAYERS && passed.length * 2 >= into.length);
    if (!isMule || passed.length === 0) continue;
    const strength = poissonStrength(passed.length, Math.max(0.05, into.length * USUALLY_PASSED)) + AFTER_TALK_STRENGTH * afterTalk;
    if (strength < leastStrength({ dataset, key })) continue;
    hops.push({
      kind: 'bankCard', from: number, to: textAt(dataset, card)!, strength: Math.min(MOST_STRENGTH, strength), alternatives: [],
      evidence: fromRows(dataset, 'passedOn', table, into, 'time', { payers, in: into.length, passedOn: passed.length, afterTalk, amount: into.reduce((sum, row) => sum + columns.amount[row]!, 0) }),
    });
  }
  return hops.sort((a, b) => b.strength - a.strength);
}

/** True when the payer's last conversation in the hour before was with a number that went bad. */
function paidAfterBadTalk(dataset: ScoredDataset, payer: number, utc: number): boolean {
  const call = payer === 0 ? null : callBefore(dataset, payer, utc);
  return call !== null && isBad(dataset, findNumberKey(call.other, dataset.oddNumbers));
}
