/** IMEI and IMSI as records keep them (`communication.ts`, words 4 and 5): keys like those of numbers. */
import { findNumberKey, NO_NUMBER, numberText } from '../records/numberKey.ts';
import type { ScoredDataset } from './scoredDataset.ts';

/** An IMEI is told apart by its first 14 digits; the rest is a check digit or a software version. */
const DEVICE_DIGITS = 14;

/** A device or card as text; null for 0, which marks none. Pseudonyms stay as they were written. */
export function deviceText(dataset: ScoredDataset, key: number): string | null {
  return key === NO_NUMBER ? null : numberText(key, dataset.oddNumbers);
}

/** Key of a device as text, with or without its check digit; NaN, which equals nothing, when the dataset cannot hold it. */
export function findDevice(dataset: ScoredDataset, text: string): number {
  const known = /^\d{14,17}$/.test(text) ? text.slice(0, DEVICE_DIGITS) : text;
  const key = findNumberKey(known, dataset.oddNumbers);
  return key === NO_NUMBER ? NaN : key;
}
