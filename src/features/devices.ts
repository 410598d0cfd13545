import { KeyTable } from './keyTable.ts';

/**
 * Fills `numbers_per_imei`: for each number, the most numbers seen in any one of its devices.
 * @param deviceKeys,rows one entry per distinct (device, row) pair, by rising row
 */
export function fillNumbersPerDevice(column: Float64Array, deviceKeys: Float64Array, rows: Uint32Array): void {
  const devices = new KeyTable();
  devices.reset(deviceKeys.length);
  const deviceOfPair = new Uint32Array(deviceKeys.length);
  const numbers = new Uint32Array(deviceKeys.length);
  for (let i = 0; i < deviceKeys.length; i++) {
    const device = devices.idOf(deviceKeys[i]!);
    deviceOfPair[i] = device;
    numbers[device]!++;
  }
  for (let i = 0; i < deviceKeys.length; i++) {
    const row = rows[i]!;
    const count = numbers[deviceOfPair[i]!]!;
    if (!(column[row]! >= count)) column[row] = count;
  }
}
