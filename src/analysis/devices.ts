import { hashKey } from '../records/numberKey.ts';
import { oncePerDataset } from './datasetCache.ts';

/**
 * How many numbers of the whole dataset used a device: one pass over all records, at the first question. Answers 0 for a
 * device that no record names.
 */
export const numbersByDevice = oncePerDataset((dataset): ((device: number) => number) => {
  const words = dataset.records.recordWords;
  const counts = new DeviceCounts();
  if (words > 4) {
    for (let row = 0; row < dataset.features.numbers.length; row++) {
      const { f64, from, to } = dataset.records.recordsOf(row);
      counts.nextNumber();
      let before = 0;
      for (let at = from * words + 4; at < to * words; at += words) {
        const device = f64[at]!;
        if (device !== 0 && device !== before) counts.see(device);
        before = device;
      }
    }
  }
  return (device) => counts.of(device);
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
