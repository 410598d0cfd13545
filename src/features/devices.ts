import { hashKey } from '../records/numberKey.ts';
import { KeyTable } from './keyTable.ts';

/** Pairs are counted in so many heaps by the hash of their device, each small enough for the cache. */
const HEAP_BITS = 6;

/**
 * Fills `numbers_per_imei`: for each number, the most numbers seen in any one of its devices.
 * @param deviceKeys,rows one entry per distinct (device, row) pair
 */
export function fillNumbersPerDevice(column: Float64Array, deviceKeys: Float64Array, rows: Uint32Array): void {
  const heaps = heapsOf(deviceKeys, rows);
  const devices = new KeyTable();
  const largest = heaps.starts.reduce((most, start, heap) => Math.max(most, (heaps.starts[heap + 1] ?? start) - start), 0);
  const deviceOfPair = new Uint32Array(largest);
  const numbers = new Uint32Array(largest);
  for (let heap = 0; heap + 1 < heaps.starts.length; heap++) {
    const from = heaps.starts[heap]!;
    const to = heaps.starts[heap + 1]!;
    devices.reset(to - from);
    for (let i = from; i < to; i++) {
      const known = devices.count;
      const device = devices.idOf(heaps.keys[i]!);
      deviceOfPair[i - from] = device;
      numbers[device] = device === known ? 1 : numbers[device]! + 1;
    }
    for (let i = from; i < to; i++) {
      const row = heaps.rows[i]!;
      const count = numbers[deviceOfPair[i - from]!]!;
      if (!(column[row]! >= count)) column[row] = count;
    }
  }
}

/** The pairs heap by heap. @returns `starts` where each begins, and their number at the end */
function heapsOf(deviceKeys: Float64Array, rows: Uint32Array): { readonly keys: Float64Array; readonly rows: Uint32Array; readonly starts: Uint32Array } {
  const count = deviceKeys.length;
  const starts = new Uint32Array((1 << HEAP_BITS) + 1);
  const heapOf = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const heap = hashKey(deviceKeys[i]!) >>> (32 - HEAP_BITS);
    heapOf[i] = heap;
    starts[heap + 1]!++;
  }
  for (let heap = 0; heap < 1 << HEAP_BITS; heap++) starts[heap + 1]! += starts[heap]!;
  const next = starts.slice();
  const sorted = { keys: new Float64Array(count), rows: new Uint32Array(count), starts };
  for (let i = 0; i < count; i++) {
    const at = next[heapOf[i]!]!++;
    sorted.keys[at] = deviceKeys[i]!;
    sorted.rows[at] = rows[i]!;
  }
  return sorted;
}
