import type { FeatureTable } from './featureNames.ts';
import { isServiceKey } from '../records/numberKey.ts';

/** Keys of numbers with up to six digits lie below; see `numberKey.ts`. */
const SEVEN_DIGITS = 10 ** 7;
const NINE_DIGITS = 10 ** 9;

/** Whether a table's short numbers are services; not so where most numbers are short, because then they are mere ids. */
const haveServices = new WeakMap<FeatureTable, boolean>();

/**
 * True for the number of a service (10086, 95588, 106…): neither the scorecard, which was fitted on subscribers, nor the
 * detectors say anything of it. A bank that calls its customers looks like a bulk caller, and a sender of codes like
 * no subscriber at all.
 */
export function isServiceNumber(features: FeatureTable, row: number): boolean {
  return isServiceIn(features, features.numbers[row]!);
}

/** The same for the key of any number that a table's numbers were in contact with. */
export function isServiceIn(features: FeatureTable, key: number): boolean {
  return isService(key) && servicesIn(features);
}

function servicesIn(table: FeatureTable): boolean {
  const features = table.whole ?? table;
  let are = haveServices.get(features);
  if (are === undefined) {
    let short = 0;
    const { numbers } = features;
    for (let row = 0; row < numbers.length; row++) if (isService(numbers[row]!)) short++;
    are = short * 2 < features.numbers.length;
    haveServices.set(features, are);
  }
  return are;
}

function isService(key: number): boolean {
  if (!isServiceKey(key)) return false;
  if (key < SEVEN_DIGITS || key >= NINE_DIGITS) return true;
  // Seven and eight digits may be a landline without its area code; those never begin with 1, and 95, 96 are hotlines.
  const digits = String(key).slice(1);
  return digits.startsWith('1') || digits.startsWith('95') || digits.startsWith('96');
}
