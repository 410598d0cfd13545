import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryRecords } from '../../mocks/arbitraryRecords.ts';
import { buildDataset } from '../../mocks/buildDataset.ts';
import { listRecords } from './listRecords.ts';
import { openDossier } from './openDossier.ts';
import { scoreOf } from './scoreOf.ts';

const noFilter = { other: null, weekHour: null, day: null, imei: null, cell: null };
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

test('a dossier agrees with the records it describes', () => {
  fc.assert(
    fc.property(arbitraryRecords(), fc.nat(), (records, pick) => {
      const dataset = buildDataset(records);
      const number = records[pick % records.length]![pick % 2 === 0 ? 'caller' : 'callee'];
      const { rows, total } = listRecords(dataset, { number, filter: noFilter, page: { offset: 0, limit: 500 } });
      const dossier = openDossier(dataset, { number }, []);
      expect(dossier).toMatchObject({ number, records: total, first: rows[0]!.at, last: rows.at(-1)!.at, contacts: new Set(rows.map(({ other }) => other)).size });
      expect(sum(dossier!.heatmap)).toBe(total);
      expect(sum(dossier!.days.map((day) => day.out))).toBe(rows.filter(({ direction }) => direction === 'out').length);
      expect(sum(dossier!.days.map((day) => day.in))).toBe(rows.filter(({ direction }) => direction === 'in').length);
      expect([dossier!.days[0]!.day, dossier!.days.at(-1)!.day]).toEqual([rows[0]!.at.slice(0, 10), rows.at(-1)!.at.slice(0, 10)]);
      for (const device of dossier!.devices) {
        const own = rows.filter(({ imei }) => imei === device.imei);
        const users = records.filter(({ imei }) => imei === device.imei).map(({ caller }) => caller);
        expect(device).toEqual({ imei: device.imei, records: own.length, first: own[0]!.at, last: own.at(-1)!.at, numbers: new Set(users).size });
      }
      expect(dossier!.devices.length).toBe(new Set(rows.flatMap(({ imei }) => imei ?? [])).size);
      for (const cell of dossier!.cells) {
        const own = rows.filter((row) => row.cell === cell.cell);
        const nights = own.map(({ at }) => new Date(Date.parse(`${at.slice(0, 19)}Z`) - 7 * 3_600_000)).filter((shifted) => shifted.getUTCHours() >= 12).map((shifted) => shifted.toISOString().slice(0, 10));
        expect(cell).toEqual({ cell: cell.cell, records: own.length, nights: new Set(nights).size, first: own[0]!.at, last: own.at(-1)!.at });
      }
    }),
    { numRuns: 80 },
  );
});

test('the base rate and all contributions add up to the score', () => {
  fc.assert(
    fc.property(arbitraryRecords(), fc.constantFrom(0.001, 0.01, 0.2), (records, baseRate) => {
      const dataset = buildDataset(records, baseRate);
      for (const { caller } of records) {
        const dossier = openDossier(dataset, { number: caller }, [])!;
        const total = dossier.baseLogOdds + sum(dossier.contributions.map(({ contribution }) => contribution));
        expect(total).toBeCloseTo(dossier.logOdds, 9);
        expect(dossier.score).toBeCloseTo(scoreOf(total), 9);
        const strengths = dossier.contributions.map(({ contribution }) => Math.abs(contribution));
        expect(strengths).toEqual([...strengths].sort((a, b) => b - a));
        expect(dossier.findings.map(({ id }) => id).sort()).toEqual(dossier.contributions.map(({ feature }) => feature).filter((feature) => dossier.findings.some(({ id }) => id === feature)).sort());
      }
    }),
    { numRuns: 30 },
  );
});

test('there is no dossier of a number that the records do not hold', () => {
  expect(openDossier(buildDataset([{ caller: '7', callee: '8', at: '2026-06-01T08:00:00' }]), { number: '9' }, [])).toBeNull();
});

test('a dossier is found under any spelling of the number and says what was decided about it', () => {
  const dataset = buildDataset([{ caller: '13812345678', callee: '10086', at: '2026-06-01T08:00:00' }]);
  const decision = { number: '13812345678', status: 'confirmed', reason: 'seized', assignee: null } as const;
  expect(openDossier(dataset, { number: '+86 138 1234 5678' }, [decision])).toMatchObject({ number: '13812345678', decision });
  expect(openDossier(dataset, { number: '10086' }, [decision])).toMatchObject({ decision: null });
});
