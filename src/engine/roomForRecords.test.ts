import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspectFile } from './pipeline.ts';
import { sourceOfFile } from './byteSource.ts';
import { beginningsOf, recordsThatFit } from './roomForRecords.ts';

const estimate = (quota: number | undefined, usage?: number) => ({ estimate: () => Promise.resolve({ ...(quota === undefined ? {} : { quota }), ...(usage === undefined ? {} : { usage }) }) });

describe('how many records fit', () => {
  it('grows with memory and with what is free of the storage, and has no limit where the browser tells of none', async () => {
    expect(await recordsThatFit(null, 1e9)).toBe(10_000_000);
    expect(await recordsThatFit(estimate(3e9, 1e9), 1e9)).toBe(30_000_000);
    expect(await recordsThatFit(estimate(1e9, 2e9), 1e9)).toBe(10_000_000);
    expect(await recordsThatFit(estimate(undefined), 1e9)).toBe(Infinity);
    expect(await recordsThatFit(estimate(10 * 2 ** 30 + 5, 5), 1e9)).toBe(Infinity);
  });

  it('is a beginning of the files of whole lines', async () => {
    const head = 'caller,callee,start,duration\n';
    const { layout: _, ...inspection } = await inspectFile(sourceOfFile(new File([`${head}13800000001,13800000002,2016-05-30 10:00:00,5\n`], 'a.csv')), {}, 'UTC');
    const inspections = [{ ...inspection, layout: _ }, { ...inspection, layout: _ }];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ maxLength: 20 }).map((text) => text.replaceAll('\n', ' ')), { minLength: 4, maxLength: 30 }), fc.double({ min: 0.3, max: 1, noNaN: true }), async (lines, share) => {
        const whole = `${head}${lines.join('\n')}\n`;
        const cut = await beginningsOf([new File([whole], 'a.csv'), new File([whole], 'b.csv')], inspections, share);
        const texts = await Promise.all(cut!.map((file) => file.text()));
        expect(cut!.map(({ name }) => name)).toEqual(['a.csv', 'b.csv']);
        for (const text of texts) {
          expect(whole.startsWith(text)).toBe(true);
          expect(text === '' || text.endsWith('\n') || whole.indexOf('\n') >= text.length).toBe(true);
        }
        expect(texts.join('').length).toBeLessThanOrEqual(new TextEncoder().encode(whole).length * 2 * share + 1);
      }),
      { numRuns: 50 },
    );
  });
});
