import { hashKey } from '../records/numberKey.ts';
import { oncePerDataset } from './datasetCache.ts';
import type { ScoredDataset } from './scoredDataset.ts';

/**
 * How many numbers of the dataset (or window) used one of a number's devices. The features know the most of any of its
 * devices, which mostly is the answer; otherwise the shared devices are counted, in one pass at the first such question.
 * @param deviceCount how many devices the number used
 */
export function numbersOfDevice(dataset: ScoredDataset, row: number, device: number, deviceCount: number): number {
  const most = dataset.features.columns.numbers_per_imei[row]!;
  return deviceCount === 1 || most === 1 ? most : Math.max(1, sharedDevices(dataset).of(device));
}

/** Devices that more than one number used; some of the others are in it too. */
const sharedDevices = oncePerDataset((dataset) => {
  const words = dataset.records.recordWords;
  const mostPerDevice = dataset.features.columns.numbers_per_imei;
  const counts = new DeviceCounts();
  for (let row = 0; row < mostPerDevice.length; row++) {
    if (!(mostPerDevice[row]! > 1)) continue;
    const { f64, from, to } = dataset.records.recordsOf(row);
    counts.nextNumber();
    let before = 0;
    for (let at = from * words + 4; at < to * words; at += words) {
      const device = f64[at]!;
      if (device === 0 || device === before) continue;
      counts.see(device);
      before = device;
    }
  }
  return counts;
});

/** Device key → distinct numbers; open addressing. */
class DeviceCounts {
  #keys = new Float64Array(1 << 10);
  #numbers = new Uint32Array(1 << 10);
  /** The last number that was counted for the device, from 1. */
  #lastNumber = new Uint32Array(1 << 10);
  #count = 0;
  #number = 0;

  nextNumber(): void {
    this.#number++;
  }

  see(device: number): void {
    const slot = this.#slotOf(device);
    if (this.#keys[slot] === 0) {
      this.#keys[slot] = device;
      this.#count++;
    }
    if (this.#lastNumber[slot] !== this.#number) {
      this.#lastNumber[slot] = this.#number;
      this.#numbers[slot]!++;
    }
    if (this.#count * 2 > this.#keys.length) this.#grow();
  }

  of(device: number): number {
    return this.#numbers[this.#slotOf(device)]!;
  }

  #slotOf(device: number): number {
    const mask = this.#keys.length - 1;
    let slot = hashKey(device) & mask;
    while (this.#keys[slot] !== 0 && this.#keys[slot] !== device) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [keys, numbers, lastNumber] = [this.#keys, this.#numbers, this.#lastNumber];
    this.#keys = new Float64Array(keys.length * 2);
    this.#numbers = new Uint32Array(keys.length * 2);
    this.#lastNumber = new Uint32Array(keys.length * 2);
    for (let old = 0; old < keys.length; old++) {
      if (keys[old] === 0) continue;
      const slot = this.#slotOf(keys[old]!);
      this.#keys[slot] = keys[old]!;
      this.#numbers[slot] = numbers[old]!;
      this.#lastNumber[slot] = lastNumber[old]!;
    }
  }
}
