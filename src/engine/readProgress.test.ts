import { afterEach, describe, expect, it, vi } from 'vitest';
import type { OpenProgress } from './protocol.ts';
import { ProgressReporter } from './readProgress.ts';

afterEach(() => vi.useRealTimers());

describe('progress', () => {
  it('of files that are read once more begins anew, with its rate and the time left, and says why', () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const told: OpenProgress[] = [];
    const progress = new ProgressReporter([{ name: 'a', bytes: 1000, read: () => Promise.reject(new Error('not read here')) }], (news) => told.push(news));
    const readHalf = () => {
      vi.advanceTimersByTime(2000);
      progress.read(500, 100, 0);
      return told.at(-1);
    };
    const first = readHalf();
    expect(first).toMatchObject({ bytes: 500, rowsPerSecond: 50, secondsLeft: 6, anew: null });
    progress.beginAnew('lost');
    expect(told.at(-1)).toMatchObject({ bytes: 0, rows: 0, secondsLeft: null, anew: 'lost' });
    expect(readHalf()).toEqual({ ...first, anew: 'lost' });
  });
});
