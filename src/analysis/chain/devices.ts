/** In which device and with which card the number worked, as its own records name them. */
import { deviceText } from '../deviceTexts.ts';
import { rowsWith, tableOf, textAt } from '../tables/tableIndex.ts';
import { MOST_STRENGTH } from './chance.ts';
import type { ChainContext } from './chainContext.ts';
import { fromContacts, fromRows } from './chainContext.ts';
import type { ChainHop } from './chainHop.ts';

/** One record in a hundred names a wrong device (assumed); each further record makes that as much less likely. */
const WRONG_STRENGTH = 2;

export function findDevices(context: ChainContext): ChainHop[] {
  return bySightings(context, 'device');
}

/** Cards from the records, or else from the register. */
export function findCards(context: ChainContext): ChainHop[] {
  const seen = bySightings(context, 'card');
  if (seen.length > 0) return seen;
  const table = tableOf(context.dataset, 'subscriptions');
  if (table === null) return [];
  return Array.from(rowsWith(table, 'number', context.key)).flatMap((row): ChainHop[] => {
    const card = textAt(context.dataset, table.columns.imsi[row]!);
    if (card === null) return [];
    return [{ kind: 'card', from: context.number, to: card, strength: WRONG_STRENGTH, alternatives: [], evidence: fromRows(context.dataset, 'register', table, [row], 'activated', {}) }];
  });
}

function bySightings({ dataset, number, contacted }: ChainContext, what: 'device' | 'card'): ChainHop[] {
  const seen = Map.groupBy(contacted.filter((contact) => contact[what] !== 0), (contact) => contact[what]);
  const most = Math.max(0, ...[...seen.values()].map(({ length }) => length));
  const hops: ChainHop[] = [];
  for (const [key, contacts] of seen) {
    // A single sighting beside hundreds is a slip of the record.
    if (contacts.length * 100 < most) continue;
    hops.push({
      kind: what, from: number, to: deviceText(dataset, key)!, strength: Math.min(MOST_STRENGTH, WRONG_STRENGTH * contacts.length), alternatives: [],
      evidence: fromContacts('seenIn', contacts, { of: contacted.length }),
    });
  }
  return hops.sort((a, b) => b.evidence.count - a.evidence.count);
}
