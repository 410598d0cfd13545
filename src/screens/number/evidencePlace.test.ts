import { describe, expect, it } from 'vitest';
import { featureNames } from '../../features/featureNames.ts';
import { evidencePlace } from './evidencePlace.ts';

const seen = { first: '2016-06-01T00:00:00+08:00', last: '2016-06-02T00:00:00+08:00' };
const dossier = {
  days: [{ day: '2016-06-01', out: 3, in: 1 }, { day: '2016-06-02', out: 9, in: 0 }],
  devices: [{ imei: '35000000000001', records: 8, numbers: 1, ...seen }, { imei: '35000000000002', records: 5, numbers: 40, ...seen }],
  cells: [{ cell: 'A-1', records: 2, nights: 0, ...seen }, { cell: 'A-2', records: 7, nights: 1, ...seen }],
};

describe('opening the records behind a reason', () => {
  it('goes to the busiest day, the most shared device, the most frequent cell', () => {
    expect(evidencePlace('busiest_day_calls', dossier).filter.day).toBe('2016-06-02');
    expect(evidencePlace('numbers_per_imei', dossier).filter.imei).toBe('35000000000002');
    expect(evidencePlace('top_antenna_share', dossier).filter.cell).toBe('A-2');
  });

  it('first takes off whatever was filtered before, so that what is shown is what was counted', () => {
    for (const feature of featureNames) {
      const { filter } = evidencePlace(feature, dossier);
      expect(Object.keys(filter)).toEqual(expect.arrayContaining(['other', 'hour', 'day', 'imei', 'cell', 'record']));
      expect(filter.why).toBe(feature);
      expect(filter.other).toBeUndefined();
      expect(filter.hour).toBeUndefined();
    }
  });

  it('shows all records where the number was in no device and at no cell', () => {
    const { filter } = evidencePlace('numbers_per_imei', { days: [], devices: [], cells: [] });
    expect(filter.imei).toBeUndefined();
  });
});
