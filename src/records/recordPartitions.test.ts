import { describe, expect, it } from 'vitest';
import { blockRecordsFor, PLACE_SHIFT } from './recordPartitions.ts';

const counts = [2, 4, 16, 32, 64, 128, 256, 512, 1024];

describe('records of a full block', () => {
  it('are many where few blocks are open, and not so many that no place names them', () => {
    expect([16, 256, 512, 1024, 4096].map(blockRecordsFor)).toEqual([8192, 8192, 4096, 2048, 2048]);
    for (const count of counts) expect(blockRecordsFor(count)).toBeLessThanOrEqual(2 ** PLACE_SHIFT);
  });

  it('take no more memory in open blocks than 2,048 of each of 1,024 partitions do', () => {
    for (const count of counts) expect(count * blockRecordsFor(count)).toBeLessThanOrEqual(1024 * 2048);
  });
});
