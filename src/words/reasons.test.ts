import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reason } from '../analysis/answers.ts';
import { featureNames } from '../features/featureNames.ts';
import { detectorIds } from '../scoring/detectorIds.ts';
import { languages } from './language.tsx';
import type { Language } from './language.tsx';
import { percentilePhrase, reasonPhrase, reasonsInQueue } from './reasons.ts';

const reason = (feature: Reason['feature'], value: number | null, percentile: number | null = null, contribution = 1): Reason => ({ feature, value, percentile, contribution });

describe('reasons in words', () => {
  it('says what was counted, with its figure, in both languages', () => {
    expect(reasonPhrase(reason('calls_per_contact', 1.1), 'en')).toBe('1.1 calls per contact');
    expect(reasonPhrase(reason('outgoing_share', 0.97), 'en')).toBe('97% outgoing');
    expect(reasonPhrase(reason('imeis', 14), 'en')).toBe('14 IMEIs');
    expect(reasonPhrase(reason('imeis', 1), 'en')).toBe('1 IMEI');
    expect(reasonPhrase(reason('longest_dormancy', 74), 'en')).toBe('silent 74 d');
    expect(reasonPhrase(reason('calls_per_contact', 1.1), 'zh')).toBe('每个联系人通话 1.1 次');
    expect(reasonPhrase(reason('simBox', 1), 'en')).toBe('SIM-box');
    expect(reasonPhrase(reason('simBox', 1), 'zh')).toBe('猫池');
  });

  it('adds how many numbers are lower or higher, as the design words it', () => {
    expect(percentilePhrase(reason('calls_per_contact', 1.1, 0.8), 'en')).toBe('lower than 99.2% of numbers');
    expect(percentilePhrase(reason('outgoing_share', 0.97, 98.4), 'zh')).toBe('高于 98% 的号码');
  });

  it('does not claim to be lower than numbers that may have the same whole value', () => {
    expect(percentilePhrase(reason('imeis', 1, 0), 'en')).toBe('no higher than 99.9% of numbers');
  });

  it('marks in words which way each of several speaks', () => {
    const calls = reason('calls_per_contact', 1.1);
    const outgoing = reason('outgoing_share', 0.97);
    const bothWays = reason('reciprocated_share', 0.6, 80, -0.7);
    const hours = reason('active_hours', 20, 80, -0.5);
    const inQueue = (language: Language, ...reasons: readonly Reason[]) => reasonsInQueue(reasons, language).join(' · ');
    expect(inQueue('en', calls, outgoing, bothWays)).toBe('1.1 calls per contact · 97% outgoing · but 60% of contacts both ways');
    expect(inQueue('zh', calls, bothWays, hours)).toBe('每个联系人通话 1.1 次 · 但 60% 的联系人有来有往 · 且一天中 20 个小时活跃');
    expect(inQueue('en', calls, bothWays, hours)).toBe('1.1 calls per contact · but 60% of contacts both ways · and active in 20 of 24 hours');
    expect(inQueue('en', calls, bothWays, outgoing)).toBe('1.1 calls per contact · but 60% of contacts both ways · yet 97% outgoing');
    expect(inQueue('zh', bothWays, hours, outgoing)).toBe('对机主有利：60% 的联系人有来有往 · 且一天中 20 个小时活跃 · 但呼出占 97%');
    expect(inQueue('zh', bothWays, calls, hours)).toBe('对机主有利：60% 的联系人有来有往 · 但每个联系人通话 1.1 次 · 然而一天中 20 个小时活跃');
  });

  it('does not begin with “but” where nothing stands before it', () => {
    const bothWays = reason('reciprocated_share', 0.6, 80, -0.7);
    const calls = reason('calls_per_contact', 1.1);
    expect(reasonsInQueue([bothWays, calls], 'en')).toEqual(['for the holder: 60% of contacts both ways', 'but 1.1 calls per contact']);
    expect(reasonsInQueue([bothWays, calls], 'zh')).toEqual(['对机主有利：60% 的联系人有来有往', '但每个联系人通话 1.1 次']);
    expect(reasonsInQueue([bothWays], 'en', true)).toEqual(['but 60% of contacts both ways']);
  });

  it('never shows a raw float, NaN or undefined, whatever the value', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...featureNames, ...detectorIds),
        fc.oneof(fc.constant(null), fc.double({ min: 0, max: 1e7, noNaN: true })),
        fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
        fc.constantFrom(...languages),
        (feature, value, percentile, language) => {
          for (const text of [reasonPhrase(reason(feature, value, percentile), language), percentilePhrase(reason(feature, value, percentile), language) ?? '']) {
            expect(text).not.toMatch(/undefined|NaN|null|\.\d{4}/);
            expect(text.trim()).toBe(text);
          }
        },
      ),
    );
  });

  it('never claims more of the numbers than the percentile tells', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), (percentile) => {
        const phrase = percentilePhrase(reason('outgoing_share', 0.123, percentile), 'en') ?? '';
        const claimed = Number(/([\d.]+)%/.exec(phrase)?.[1]);
        expect(claimed).toBeLessThanOrEqual(Math.max(percentile, 100 - percentile) + 1e-9);
        expect(claimed).toBeGreaterThanOrEqual(Math.min(99.9, Math.max(percentile, 100 - percentile)) - 1);
      }),
    );
  });
});
