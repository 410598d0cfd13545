import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryRecords } from '../../../mocks/arbitraryRecords.ts';
import { buildDataset } from '../../../mocks/buildDataset.ts';
import { openTexts } from '../../../mocks/openTexts.ts';
import { listRecords } from '../listRecords.ts';
import { findPlaces } from './findPlaces.ts';
import { listStays } from './listStays.ts';

const SITES = ['cell,latitude,longitude,place', 'home-1,30.6600,104.0600,成都', 'home-2,30.6650,104.0600,成都', 'work,30.7200,104.1500,成都', 'far,39.9000,116.4000,北京', 'nowhere,0,0,', 'hill,30.6600,104.2300,成都'];
const ALL = { kind: 'all' as const, page: { offset: 0, limit: 500 } };

const open = (rows: readonly string[], sites: readonly string[] = SITES) => openTexts({ 'calls.csv': ['caller,callee,start,duration,cell', ...rows], 'cells.csv': sites });
/** A call from a cell; 2026-06-01 is a Monday. */
const seen = (day: number, clock: string, cell: string) => `13800000001,1390000000${day % 10},2026-06-${String(day).padStart(2, '0')} ${clock}:00,30,${cell}`;
const workingWeek = [1, 2, 3, 4, 5].flatMap((day) => [seen(day, '08:10', 'home-1'), seen(day, '10:00', 'work'), seen(day, '15:30', 'work'), seen(day, '22:00', day % 2 === 0 ? 'home-2' : 'home-1')]);

test('home is where the nights are, the day place where working days are, whichever of the near cells was heard', async () => {
  const { home, work, places, cells } = findPlaces(await open(workingWeek), { number: '13800000001' });
  expect(home).toEqual({ verdict: 'likely', at: 1, times: 5, of: 5, records: 5, recordsOf: 5 });
  expect(work).toMatchObject({ verdict: 'likely', times: 5, of: 5, records: 10 });
  expect(places[home.at!]).toMatchObject({ cell: 'home-1', place: '成都', cells: 2 });
  expect(places[work.at!]).toMatchObject({ cell: 'work', cells: 1 });
  expect(cells.map(({ cell, nights }) => [cell, nights])).toEqual([['work', 0], ['home-1', 3], ['home-2', 2]]);
});

test('without coordinates, cells and written places do', async () => {
  const named = await open(workingWeek, ['cell,latitude,longitude,place', 'home-1,,,东街', 'home-2,,,东街', 'work,,,工业园']);
  expect(findPlaces(named, { number: '13800000001' })).toMatchObject({ home: { verdict: 'likely', times: 5, of: 5 }, places: [{ place: '工业园' }, { place: '东街', cells: 2, latitude: null }] });
  const bare = await openTexts({ 'calls.csv': ['caller,callee,start,duration,cell', ...workingWeek] });
  expect(findPlaces(bare, { number: '13800000001' })).toMatchObject({ home: { verdict: 'likely', times: 3, of: 5 }, work: { verdict: 'likely', times: 5 } });
});

test('two nights are too few, and nights all over the place are no home', async () => {
  const few = await open([seen(1, '23:00', 'home-1'), seen(2, '23:00', 'home-1')]);
  expect(findPlaces(few, { number: '13800000001' }).home).toMatchObject({ verdict: 'few', times: 2, of: 2 });
  const roaming = await open(['home-1', 'work', 'far', 'nowhere', 'home-1'].map((cell, i) => seen(i + 1, '23:00', cell)));
  expect(findPlaces(roaming, { number: '13800000001' })).toMatchObject({ home: { verdict: 'unclear', times: 2, of: 5 }, work: { verdict: 'none', at: null } });
});

test('the small hours belong to the night before', async () => {
  const { home } = findPlaces(await open([seen(1, '23:00', 'home-1'), seen(2, '02:00', 'home-1'), seen(2, '23:30', 'home-1'), seen(3, '06:59', 'home-1')]), { number: '13800000001' });
  expect(home).toMatchObject({ of: 2, records: 4 });
});

test('a change of place faster than an airliner is impossible; a hop to a cell in reach is not', async () => {
  const dataset = await open([seen(1, '10:00', 'home-1'), seen(1, '10:30', 'far'), seen(1, '15:00', 'home-1'), seen(1, '15:01', 'hill'), seen(1, '16:00', 'work')]);
  const { rows } = listStays(dataset, { number: '13800000001', ...ALL });
  expect(rows.map(({ cell, arrival }) => [cell, arrival?.verdict])).toEqual([['home-1', undefined], ['far', 'impossible'], ['home-1', null], ['hill', null], ['work', null]]);
  expect(rows[1]!.arrival).toMatchObject({ seconds: 1800, since: '2026-06-01T10:00:00+08:00', cell: 'home-1' });
  expect(rows[1]!.arrival!.km).toBeCloseTo(1518, -1);
  expect(findPlaces(dataset, { number: '13800000001' })).toMatchObject({ impossible: 1, unlikely: 0, stays: 5 });
  expect(listStays(dataset, { number: '13800000001', kind: 'fast', page: { offset: 0, limit: 5 } })).toMatchObject({ total: 1, rows: [{ cell: 'far' }] });
});

test('cells without a place on the map are told, and their distance is not made up', async () => {
  const dataset = await open([seen(1, '10:00', 'home-1'), seen(1, '10:01', 'nowhere'), seen(1, '10:02', 'far')]);
  const { cells, impossible } = findPlaces(dataset, { number: '13800000001' });
  expect(cells.find(({ cell }) => cell === 'nowhere')).toMatchObject({ latitude: null, longitude: null });
  expect(impossible).toBe(0);
});

test('stays, cells and places hold every record that names a cell once', () => {
  fc.assert(
    fc.property(arbitraryRecords(), fc.nat(), (records, pick) => {
      const dataset = buildDataset(records);
      const number = records[pick % records.length]!.caller;
      const places = findPlaces(dataset, { number });
      const { rows } = listRecords(dataset, { number, filter: { other: null, weekHour: null, day: null, imei: null, cell: null }, page: { offset: 0, limit: 500 } });
      const stays = listStays(dataset, { number, ...ALL });
      const sum = (parts: readonly { readonly records: number }[]) => parts.reduce((total, part) => total + part.records, 0);
      expect(places.records).toBe(rows.length);
      expect(places.sightings).toBe(rows.filter(({ cell }) => cell !== null).length);
      expect([sum(places.cells), sum(places.places), sum(stays.rows)]).toEqual([places.sightings, places.sightings, places.sightings]);
      expect(stays.total).toBe(places.stays);
      for (const stay of stays.rows) {
        const own = listRecords(dataset, { number, filter: { other: null, weekHour: null, day: null, imei: null, cell: null, since: stay.from.slice(0, 19), until: stay.to.slice(0, 19) }, page: { offset: 0, limit: 500 } });
        expect(own.total).toBeGreaterThanOrEqual(stay.records);
      }
    }),
    { numRuns: 60 },
  );
});

test('a number that nobody knows was nowhere', () => {
  const dataset = buildDataset([{ caller: '7', callee: '8', at: '2026-06-01T08:00:00' }]);
  expect(findPlaces(dataset, { number: '9' })).toMatchObject({ sightings: 0, cells: [], home: { verdict: 'none' } });
  expect(findPlaces(dataset, { number: '7' })).toMatchObject({ records: 1, sightings: 0, stays: 0 });
});
