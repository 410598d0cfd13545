import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inspectAndRead, readAll } from './fixtures/readAll.ts';

const data = new URL('../../../shared/data/', import.meta.url);
const at = (name: string) => new URL(name, data);
const hasNodobo = existsSync(at('nodobo/calls.csv'));
const hasCallmine = existsSync(at('callmine/calls.csv'));
for (const [has, name] of [[hasNodobo, 'nodobo/calls.csv'], [hasCallmine, 'callmine/calls.csv']] as const) {
  // eslint-disable-next-line no-console -- a test that did not run must say so
  if (!has) console.info(`skipped: ../shared/data/${name} is not there`);
}

describe.skipIf(!hasNodobo)('The real calls of the Nodobo study', () => {
  const bytes = hasNodobo ? new Uint8Array(readFileSync(at('nodobo/calls.csv'))) : new Uint8Array(0);
  const { inspection, records, rejected, skipped } = inspectAndRead(bytes);

  it('are recognised as a list of subscribers, others and directions', () => {
    expect(inspection.problems).toEqual([]);
    expect(inspection.layout.mapping).toEqual({ number: 0, other: 1, direction: 2, duration: 3, start: 4 });
  });

  it('are all accounted for: 13,031 rows, of which 33 cannot be taken', () => {
    expect([records.length + rejected.length, skipped]).toEqual([13_031, 0]);
    const counts = Object.groupBy(rejected, ({ reason }) => reason);
    expect(Object.fromEntries(Object.entries(counts).map(([reason, rows]) => [reason, rows.length]))).toEqual({ timeBefore1990: 31, numberMissing: 1, directionUnreadable: 1 });
    expect(rejected.find(({ reason }) => reason === 'numberMissing')).toMatchObject({ line: 9, text: ',,,,' });
  });

  it('keep their own clock, their directions and their missed calls', () => {
    expect(records[0]).toMatchObject({ line: 2, caller: '07434677419', callee: '07610039694', at: '2010-09-15T19:17:44+01:00', durationS: null, answered: null, view: 'callee' });
    expect(new Set(records.map((record) => record.at.slice(-6)))).toEqual(new Set(['+00:00', '+01:00']));
    const missed = records.filter((record) => record.answered === false);
    expect(missed).toHaveLength(1821);
    expect(missed.every((record) => record.view === 'callee' && (record.durationS ?? 0) === 0)).toBe(true);
    expect(new Set(records.map((record) => (record.view === 'caller' ? record.caller : record.callee))).size).toBe(27);
  });

  it('read the same in small chunks', () => {
    expect(readAll(inspection.layout, bytes, [8191, 1, 4096]).records).toEqual(records);
  });
});

describe.skipIf(!hasCallmine)('The synthetic calls of CallMine', () => {
  it('are recognised and taken, all 11,000, small ids intact', () => {
    const { inspection, records, rejected } = inspectAndRead(new Uint8Array(readFileSync(at('callmine/calls.csv'))));
    expect(inspection.layout.mapping).toEqual({ caller: 0, callee: 1, duration: 2, start: 3 });
    expect([records.length, rejected.length]).toEqual([11_000, 0]);
    expect(records[0]).toMatchObject({ caller: '56', callee: '440', at: '2022-08-01T01:53:13+08:00', durationS: 98 });
    expect(new Set(records.flatMap((record) => [record.caller, record.callee])).size).toBeGreaterThan(1900);
  });
});
