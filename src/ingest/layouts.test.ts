import { describe, expect, it } from 'vitest';
import { encodeText, fileEncodings } from './fixtures/encodeText.ts';
import { layoutFixtures } from './fixtures/layouts.ts';
import { inspectAndRead, readAll } from './fixtures/readAll.ts';

describe.each(layoutFixtures)('A $name', (fixture) => {
  it.each(fileEncodings)('in %s is recognised and read to the last record', (encoding) => {
    const bytes = encodeText(fixture.text, encoding);
    const { inspection, records, rejected, skipped } = inspectAndRead(bytes, fixture.fileName);
    expect(inspection.problems.filter((problem) => problem.isFatal)).toEqual([]);
    expect(inspection.kind).toBe('communications');
    expect(records).toEqual(fixture.records);
    expect(rejected).toHaveLength(fixture.rejected);
    expect(skipped).toBe(fixture.skipped);
  });

  it.each(fileEncodings)('in %s reads the same in chunks of a few bytes', (encoding) => {
    const bytes = encodeText(fixture.text, encoding);
    const { inspection } = inspectAndRead(bytes, fixture.fileName);
    expect(readAll(inspection.layout, bytes, [1]).records).toEqual(fixture.records);
    expect(readAll(inspection.layout, bytes, [3, 1, 7]).records).toEqual(fixture.records);
  });

  it('shows in the sample what will be read', () => {
    const { inspection } = inspectAndRead(encodeText(fixture.text, 'GB18030'), fixture.fileName);
    const shown = inspection.sample.filter((row) => row.record !== null).map((row) => [row.line, row.record!.caller, row.record!.callee, row.record!.at, row.record!.durationS]);
    expect(shown).toEqual(fixture.records.map((record) => [record.line, record.caller, record.callee, record.at, record.durationS]));
    for (const row of inspection.sample) expect(row.cells.length).toBeGreaterThan(2);
  });
});
