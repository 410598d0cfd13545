import { expect, test } from 'vitest';
import { shareName, shareOf } from './answerShares.ts';
import { createLocalSource } from './local/localSource.ts';

test('while a local dataset is asked what takes long, the share done is told, and no longer when it is answered or fails', async () => {
  const seen: (number | null)[] = [];
  let fails = false;
  const source = createLocalSource({
    ask: <Answer>(...[, , , , onShare]: readonly [unknown, unknown, unknown, unknown?, ((share: number) => void)?]) => {
      for (const share of [0.25, 0.75]) {
        onShare?.(share);
        seen.push(shareOf(name));
      }
      return fails ? Promise.reject(new Error('lost')) : Promise.resolve([] as Answer);
    },
    findLines: () => Promise.resolve([]),
    reopenFile: () => Promise.resolve(false),
  }, 'd');
  const name = shareName(source.key, 'successors');
  await source.successors({ window: null, cut: '2026-05-01' });
  expect(seen).toEqual([0.25, 0.75]);
  expect(shareOf(name)).toBeNull();
  fails = true;
  await expect(source.successors({ window: null, cut: '2026-05-01' })).rejects.toThrow('lost');
  expect(shareOf(name)).toBeNull();
});
