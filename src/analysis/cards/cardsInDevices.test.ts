import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { openTexts } from '../../../mocks/openTexts.ts';
import { parseDay } from '../../records/days.ts';
import type { ScoredDataset } from '../scoredDataset.ts';
import { cardsInDevices, MOST_OTHERS, spellsOf } from './cardsInDevices.ts';

const A = '17040790001';
const B = '17040790002';
const [PHONE, OTHER] = ['35000000000001', '35000000000002'];

describe('cards in devices', () => {
  let dataset: ScoredDataset;
  beforeAll(async () => {
    const call = (number: string, day: string, imei: string, imsi: string) => `${number},13800000009,${day} 10:00:00,60,${imei},${imsi}`;
    dataset = await openTexts({
      'calls.csv': [
        'caller,callee,start,duration,imei,imsi',
        call(A, '2026-05-01', PHONE, '460001'), call(A, '2026-05-02', PHONE, '460001'), call(A, '2026-05-05', PHONE, '460002'), call(A, '2026-05-09', OTHER, '460002'),
        call(B, '2026-04-20', PHONE, '460009'), call(B, '2026-05-20', OTHER, '460009'),
        ...Array.from({ length: 12 }, (_, i) => call(`1390000000${i % 10}${i}`, '2026-05-0' + String(1 + (i % 9)), OTHER, `46010${i}`)),
      ],
    });
  });

  it('are told apart by device and card, with the days on which each was used', () => {
    const { devices, deviceCount, imsiCount } = cardsInDevices(dataset, { number: A });
    expect([deviceCount, imsiCount]).toEqual([2, 2]);
    const own = devices.flatMap(({ imei, cards }) => cards.filter(({ number }) => number === A).map(({ imsi, records, spells }) => ({ imei, imsi, records, spells })));
    expect(own).toEqual([
      { imei: PHONE, imsi: '460001', records: 2, spells: [{ from: '2026-05-01', to: '2026-05-02' }] },
      { imei: PHONE, imsi: '460002', records: 1, spells: [{ from: '2026-05-05', to: '2026-05-05' }] },
      { imei: OTHER, imsi: '460002', records: 1, spells: [{ from: '2026-05-09', to: '2026-05-09' }] },
    ]);
  });

  it('show whose cards were in the same device, those nearest in time where there are many', () => {
    const { devices } = cardsInDevices(dataset, { number: A });
    expect(devices[0]!.cards.filter(({ number }) => number !== A)).toMatchObject([{ number: B, imsi: '460009', records: 1 }]);
    const [, other] = devices;
    expect(other!.users).toBe(14);
    expect(other!.cards).toHaveLength(1 + MOST_OTHERS);
    // Eleven days away, while all others are within nine.
    expect(other!.cards.some(({ number }) => number === B)).toBe(false);
  });

  it('name each change of card and of device', () => {
    const { changes, changeCount } = cardsInDevices(dataset, { number: A });
    expect(changeCount).toBe(2);
    expect(changes.map(({ kind, at, from, to }) => [kind, at.slice(0, 10), from.imsi, to.imsi, from.imei, to.imei])).toEqual([
      ['card', '2026-05-05', '460001', '460002', PHONE, PHONE], ['device', '2026-05-09', '460002', '460002', PHONE, OTHER],
    ]);
  });

  it('show twelve of the devices counted, and where no device is named those without one as well', async () => {
    const calls = Array.from({ length: 15 }, (_, i) => `${A},13800000009,2026-05-01 10:00:${10 + i},60,${i < 14 ? 35000000000101 + i : ''},460001`);
    const { devices, deviceCount } = cardsInDevices(await openTexts({ 'calls.csv': ['caller,callee,start,duration,imei,imsi', ...calls] }), { number: A });
    expect(deviceCount).toBe(14);
    expect(devices.filter(({ imei }) => imei !== null)).toHaveLength(12);
    expect(devices.at(-1)).toMatchObject({ imei: null, users: 1, cards: [{ number: A, imsi: '460001', records: 1 }] });
    expect(devices).toHaveLength(13);
  });

  it('are none where no device is written, and for a number that is in no file', async () => {
    expect(cardsInDevices(dataset, { number: '15900000000' })).toEqual({ devices: [], deviceCount: 0, imsiCount: 0, changes: [], changeCount: 0 });
    const bare = await openTexts({ 'calls.csv': ['caller,callee,start,duration', `${A},${B},2026-05-01 10:00:00,60`] });
    expect(cardsInDevices(bare, { number: A }).devices).toEqual([]);
  });

  it('have few spells, which hold all their days', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 20_000, max: 22_000 }), { minLength: 1, maxLength: 400 }), (days) => {
      const spells = spellsOf(days.toSorted((a, b) => a - b)).map(({ from, to }) => [parseDay(from), parseDay(to)] as const);
      expect(spells.length).toBeLessThanOrEqual(60);
      for (const day of days) expect(spells.filter(([from, to]) => from <= day && day <= to)).toHaveLength(1);
    }));
  });
});
