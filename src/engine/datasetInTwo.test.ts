import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { arbitraryRecords } from '../../mocks/arbitraryRecords.ts';
import { buildDataset } from '../../mocks/buildDataset.ts';
import type { SuspectQuery } from '../analysis/answers.ts';
import { countFacets } from '../analysis/countFacets.ts';
import { listSuspects } from '../analysis/listSuspects.ts';
import { openDossier } from '../analysis/openDossier.ts';
import { numberOfRow } from '../analysis/rowOfNumber.ts';
import type { ScoredDataset } from '../analysis/scoredDataset.ts';
import { summariseCase } from '../analysis/summariseCase.ts';
import { RecordsPending } from '../records/recordStore.ts';
import { MemoryBytes } from './bytes.ts';
import { encodeInTwo, openFirst } from './datasetInTwo.ts';

const queue: SuspectQuery = { window: null, text: '', detectors: [], statuses: [], minScore: 0, sort: 'score', descending: true, offset: 0, limit: 100 };
/** What the first screen asks. */
const firstAnswers = (dataset: ScoredDataset) => ({ summary: summariseCase(dataset), page: listSuspects(dataset, queue, []), facets: countFacets(dataset, queue, []) });
const dossiers = (dataset: ScoredDataset) => [...dataset.features.numbers.keys()].map((row) => openDossier(dataset, { number: numberOfRow(dataset, row) }, []));
const together = (pieces: readonly Uint8Array[]) => new MemoryBytes(new Uint8Array(Buffer.concat(pieces)));
/** Only where times are in several zones must the queue look into the records. */
const inOneZone = arbitraryRecords().map((records) => records.map((record) => ({ ...record, offsetS: 28_800 })));

describe('a dataset in two files', () => {
  it('answers the queue from the first alone, and everything once the second is there, as the whole does', async () => {
    await fc.assert(
      fc.asyncProperty(inOneZone, async (records) => {
        const whole = buildDataset(records);
        const { first, second } = encodeInTwo(whole);
        const dataset = openFirst(together(first), () => Promise.resolve(together(second)));
        expect(firstAnswers(dataset)).toEqual(firstAnswers(whole));
        expect(() => dataset.records.recordsOf(0)).toThrow(RecordsPending);
        await dataset.records.complete!();
        expect(dossiers(dataset)).toEqual(dossiers(whole));
        expect(firstAnswers(dataset)).toEqual(firstAnswers(whole));
      }),
      { numRuns: 40 },
    );
  });

  it('loads the second file once, however often it is wanted, and again when it could not be had', async () => {
    const { first, second } = encodeInTwo(buildDataset([{ caller: '7', callee: '8', at: '2026-06-01T08:00:00' }]));
    const load = vi.fn<() => Promise<MemoryBytes>>(() => Promise.resolve(together(second))).mockRejectedValueOnce(new Error('gone'));
    const { records } = openFirst(together(first), load);
    await expect(records.complete!()).rejects.toThrow('gone');
    expect(() => records.recordsOf(0)).toThrow(RecordsPending);
    await Promise.all([records.complete!(), records.complete!()]);
    await records.complete!();
    expect(load).toHaveBeenCalledTimes(2);
    expect(records.recordsOf(0).to).toBe(1);
  });

  it('stays as it was when the second file ends early', async () => {
    const whole = buildDataset(Array.from({ length: 40 }, (_, i) => ({ caller: `1380000${1000 + i}`, callee: '8', at: '2026-06-01T08:00:00' })));
    const { first, second } = encodeInTwo(whole);
    const dataset = openFirst(together(first), () => Promise.resolve(together(second.slice(0, -1))));
    await expect(dataset.records.complete!()).rejects.toThrow('end early');
    expect(() => dataset.records.recordsOf(0)).toThrow(RecordsPending);
    expect(firstAnswers(dataset)).toEqual(firstAnswers(whole));
  });
});
