import { DEVICE_WORD } from '../records/communication.ts';
import { oncePerDataset } from './datasetCache.ts';
import type { ScoredDataset } from './scoredDataset.ts';

/**
 * How many numbers of the dataset (or window) used one of a number's devices. The features know the most of any of its
 * devices, which mostly is the answer; otherwise the shared devices are counted, in one pass at the first such question.
 * @param deviceCount how many devices the number used
 */
export function numbersOfDevice(dataset: ScoredDataset, row: number, device: number, deviceCount: number): number {
  const most = dataset.features.columns.numbers_per_imei[row]!;
  return deviceCount === 1 || most === 1 ? most : Math.max(1, sharedDevices(dataset).get(device)?.length ?? 1);
}

/** Rows of the numbers that used a device, ascending, by the device's key; only devices that more than one number used. */
export const sharedDevices = oncePerDataset((dataset): ReadonlyMap<number, readonly number[]> => {
  const words = dataset.records.recordWords;
  const mostPerDevice = dataset.features.columns.numbers_per_imei;
  const users = new Map<number, number[]>();
  if (words <= DEVICE_WORD) return users;
  for (let row = 0; row < mostPerDevice.length; row++) {
    if (!(mostPerDevice[row]! > 1)) continue;
    const { f64, from, to } = dataset.records.recordsOf(row);
    let before = 0;
    for (let at = from * words + DEVICE_WORD; at < to * words; at += words) {
      const device = f64[at]!;
      if (device === 0 || device === before) continue;
      before = device;
      const known = users.get(device);
      if (known === undefined) users.set(device, [row]);
      else if (known.at(-1) !== row) known.push(row);
    }
  }
  for (const [device, rows] of users) if (rows.length < 2) users.delete(device);
  return users;
});
