import { describe, expect, it } from 'vitest';
import { blockRecordsFor } from '../records/recordPartitions.ts';
import { PartReader } from './partReader.ts';

const WORDS = 6;

describe('a reader', () => {
  it('puts blocks aside of the size that suits its partitions, with a kernel and without', () => {
    for (const hasKernel of [true, false]) {
      for (const partitionCount of [16, 1024]) {
        const { partitions } = new PartReader({ partitionCount, recordWords: WORDS, hasKernel });
        const append = (records: number) => {
          for (let i = 0; i < records; i++) partitions.append(13_800_000_000, i, 0, 0, 0, 0, 0, 0);
        };
        append(blockRecordsFor(partitionCount));
        expect(partitions.fullBytes).toBe(0);
        append(1);
        expect(partitions.fullBytes).toBe(blockRecordsFor(partitionCount) * WORDS * 8);
      }
    }
  });
});
