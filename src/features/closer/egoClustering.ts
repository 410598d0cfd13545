import { isServiceIn } from '../serviceNumbers.ts';
import type { CloserFeature } from './closerFeature.ts';

/** Contacts compared with each other: those with the most traffic. */
const CONTACTS = 20;
const FEWEST_CONTACTS = 4;
/** Below this the relays of a number are chance. Assumed. */
const LEAST_RELAY_RATIO = 2;
/** Numbers looked at: each costs the records of its contacts. */
const MOST_NUMBERS = 200;
/** A contact with more records is a hub that would tell nothing for its price. */
const MOST_RECORDS_OF_A_CONTACT = 3000;

/** Pairs of its main contacts that are in contact themselves: friends of a person know each other, strangers dialled from a list do not. */
export const egoClustering: CloserFeature = {
  candidates: ({ number_of_calls_out: out, number_of_contacts: contacts }) => (row) => out[row]! >= 20 && contacts[row]! >= FEWEST_CONTACTS,
  *measure({ features, contactsOf, rowOf, closer }, rows) {
    const { numbers } = features;
    const records = features.columns.number_of_interactions;
    // Of whom nothing else was found, it need not speak.
    const found = rows.filter((row) => closer.get('block_callers', row) > 0 || closer.get('relay_ratio', row) >= LEAST_RELAY_RATIO);
    for (const row of found.slice(0, MOST_NUMBERS)) {
      yield;
      const { other, callsOut, callsIn, textsOut, textsIn } = contactsOf(row);
      const traffic = (i: number) => callsOut[i]! + callsIn[i]! + textsOut[i]! + textsIn[i]!;
      const order = Array.from(other.keys()).filter((i) => other[i] !== numbers[row] && !isServiceIn(features, other[i]!))
        .sort((a, b) => traffic(b) - traffic(a) || other[a]! - other[b]!);
      const keys: number[] = [];
      const circles: ReadonlySet<number>[] = [];
      for (const i of order) {
        const contact = rowOf(other[i]!);
        if (contact < 0 || records[contact]! > MOST_RECORDS_OF_A_CONTACT) continue;
        keys.push(other[i]!);
        circles.push(new Set(contactsOf(contact).other));
        if (keys.length === CONTACTS) break;
      }
      if (keys.length < FEWEST_CONTACTS) continue;
      let linked = 0;
      for (let a = 0; a < keys.length; a++) {
        for (let b = a + 1; b < keys.length; b++) if (circles[a]!.has(keys[b]!) || circles[b]!.has(keys[a]!)) linked++;
      }
      closer.set('ego_clustering', row, linked / ((keys.length * (keys.length - 1)) / 2));
    }
  },
};
