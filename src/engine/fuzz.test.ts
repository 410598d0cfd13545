import { expect, it } from 'vitest';
import { fuzzReaders } from '../../bench/fuzz/fuzzReaders.ts';

it('no file with mutated bytes hangs or crashes a reader, and of each that is read every row is accounted for', async () => {
  const { read, refused, failures } = await fuzzReaders(3, 120);
  expect(failures).toEqual([]);
  // Both ways out are taken.
  expect(Math.min(read, refused)).toBeGreaterThan(10);
});
