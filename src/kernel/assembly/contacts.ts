/** Contacts of the number at hand, and what `src/features/egoSummary.ts` says of them. */
import { entropyOf, fewestFor, nLogN, noteSize } from './statistics';

/** A contact: its key (f64), calls out, calls in, texts out, texts in, seconds out, seconds in (u32 each). */
export const CONTACT_BYTES: usize = 32;
export const CALLS_AT: usize = 8;
export const TEXTS_AT: usize = 16;
export const SECONDS_AT: usize = 24;

/** bandicoot's share of the interactions for which the fewest contacts are sought. */
const PARETO_SHARE: f64 = 0.8;

export let callsOut: u32 = 0;
export let callsIn: u32 = 0;
export let textsOut: u32 = 0;
export let textsIn: u32 = 0;
export let sentTo: u32 = 0;
export let callContacts: u32 = 0;
export let oneCallContacts: u32 = 0;
export let reciprocated: u32 = 0;
export let codeSenders: u32 = 0;
export let inDegree: u32 = 0;
export let outDegree: u32 = 0;
export let weightedIn: u64 = 0;
export let weightedOut: u64 = 0;
export let contactEntropy: f64 = 0;
export let paretoContacts: u32 = 0;

/** @param large room for a u32 of each contact @param interactions of all contacts */
export function countContacts(contacts: usize, count: u32, ego: u64, interactions: u32, large: usize): void {
  let sums = i32x4.splat(0);
  let sent: u32 = 0;
  let withCall: u32 = 0;
  let one: u32 = 0;
  let both: u32 = 0;
  let codes: u32 = 0;
  let degreeIn: u32 = 0;
  let degreeOut: u32 = 0;
  let secondsIn: u64 = 0;
  let secondsOut: u64 = 0;
  let logs: f64 = 0;
  let most: u32 = 0;
  let largeCount: u32 = 0;
  const end = contacts + <usize>count * CONTACT_BYTES;
  for (let contact = contacts; contact < end; contact += CONTACT_BYTES) {
    const counts = v128.load(contact, CALLS_AT);
    sums = i32x4.add(sums, counts);
    const made = load<u32>(contact, 8);
    const received = load<u32>(contact, 12);
    const written = load<u32>(contact, 16);
    const read = load<u32>(contact, 20);
    const out = made + written;
    const into = received + read;
    const all = out + into;
    sent += u32(out != 0);
    withCall += u32((made | received) != 0);
    one += u32(made + received == 1);
    both += u32(out != 0) & u32(into != 0);
    if (read != 0 && written == 0 && isServiceKey(<u64>load<f64>(contact))) codes++;
    logs += nLogN(all);
    most = max(most, all);
    largeCount = noteSize(all, large, largeCount);
    if (load<u64>(contact) == ego) continue;
    const talked = load<u32>(contact, 24);
    const listened = load<u32>(contact, 28);
    degreeOut += u32(talked != 0);
    degreeIn += u32(listened != 0);
    secondsOut += talked;
    secondsIn += listened;
  }
  callsOut = i32x4.extract_lane(sums, 0);
  callsIn = i32x4.extract_lane(sums, 1);
  textsOut = i32x4.extract_lane(sums, 2);
  textsIn = i32x4.extract_lane(sums, 3);
  sentTo = sent;
  callContacts = withCall;
  oneCallContacts = one;
  reciprocated = both;
  codeSenders = codes;
  inDegree = degreeIn;
  outDegree = degreeOut;
  weightedIn = secondsIn;
  weightedOut = secondsOut;
  contactEntropy = entropyOf(interactions, logs);
  paretoContacts = fewestFor(<i32>ceil<f64>(<f64>interactions * PARETO_SHARE), large, largeCount, most);
}

/** As in `src/records/numberKey.ts`. */
function isServiceKey(key: u64): bool {
  if (key < 200_000_000) return true;
  if (key >= 2_000_000_000_000_000) return false;
  let head = key;
  while (head >= 10_000) head /= 10;
  return head == 1106;
}
