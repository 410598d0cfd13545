import { contactsOf } from '../../src/analysis/contactsOf.ts';
import type { ScoredDataset } from '../../src/analysis/scoredDataset.ts';
import { numberText } from '../../src/records/numberKey.ts';
import { TableDigest, type Digests } from '../browser/tableDigest.ts';

/** Digests a dataset's numbers and links, as the peers' tables are. */
export function digestOfDataset(dataset: ScoredDataset): Digests {
  const { features, oddNumbers } = dataset;
  const plain = (key: number) => Number(numberText(key, oddNumbers));
  const numbers = new TableDigest();
  const links = new TableDigest();
  for (let row = 0; row < features.numbers.length; row++) {
    const number = plain(features.numbers[row]!);
    const { other, callsOut, callsIn, secondsOut, secondsIn, first, last } = contactsOf(dataset, row);
    let [calls, received, talked, listened, from, to] = [0, 0, 0, 0, Infinity, 0];
    for (let at = 0; at < other.length; at++) {
      calls += callsOut[at]!;
      received += callsIn[at]!;
      talked += secondsOut[at]!;
      listened += secondsIn[at]!;
      from = Math.min(from, first[at]!);
      to = Math.max(to, last[at]!);
      if (callsOut[at]! > 0) links.add(number, plain(other[at]!), callsOut[at]!, secondsOut[at]!);
    }
    numbers.add(number, calls, received, other.length, talked, listened, from, to);
  }
  return { numbers: numbers.text, links: links.text };
}
