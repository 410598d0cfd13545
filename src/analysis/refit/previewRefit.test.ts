import { describe, expect, test } from 'vitest';
import { buildDataset } from '../../../mocks/buildDataset.ts';
import type { WrittenRecord } from '../../../mocks/buildDataset.ts';
import { scoreNumbers } from '../../scoring/score.ts';
import type { Decision } from '../answers.ts';
import { explainRow } from '../explainRow.ts';
import { listSuspects } from '../listSuspects.ts';
import { numberOfRow } from '../rowOfNumber.ts';
import { previewRefit } from './previewRefit.ts';
import type { Refit } from './refitAnswers.ts';
import { refitDataset } from './refitDataset.ts';
import { atOnce } from '../../records/steps.ts';

const at = (day: number, s: number) => new Date(Date.UTC(2026, 4, 1 + day, 8) + s * 1000).toISOString().slice(0, 19);
const caller = (i: number) => String(13_900_000_000 + i * 1001);
const centre = (i: number) => String(13_800_000_000 + i * 1001);

/** 40 callers of strangers, each in three handsets; and 40 call centres that call strangers all day in one. */
function records(): WrittenRecord[] {
  const made: WrittenRecord[] = [];
  for (let who = 0; who < 80; who++) {
    const isCentre = who >= 40;
    for (let i = 0; i < 60; i++) {
      made.push({
        caller: isCentre ? centre(who - 40) : caller(who), callee: String(13_700_000_000 + who * 50_000 + i * 7), at: at(i % 20, isCentre ? (i * 1900) % 36_000 : i * 20),
        durationS: 30, answered: true, imei: `3500000000${isCentre ? who * 10 : who * 10 + (i % 3)}`.padEnd(15, '0'),
      });
    }
  }
  return made;
}

const dataset = buildDataset(records(), 0.03);
const confirm = (number: string): Decision => ({ number, status: 'confirmed', reason: '', assignee: null });
const dismiss = (number: string): Decision => ({ number, status: 'dismissed', reason: 'call centre', assignee: null });
const preview = (decisions: readonly Decision[], of = dataset) => atOnce(previewRefit(of, { decisions }));
const some = <T>(count: number, make: (i: number) => T) => Array.from({ length: count }, (_, i) => make(i));

describe('a preview of a refit', () => {
  test('tells who enters and leaves the first 50, with the reasons that changed, and scores as applying it does', () => {
    const decisions = [...some(20, (i) => confirm(caller(i))), ...some(20, (i) => dismiss(centre(i)))];
    const answer = preview(decisions);
    expect(answer).toMatchObject({ confirmed: 20, dismissed: 20, unused: 0, lacks: expect.not.arrayContaining(['few', 'confirmed', 'dismissed']) });
    expect(answer.factors).not.toEqual([]);
    expect(answer.entering).toHaveLength(answer.leaving.length);
    const refit: Refit = { confirmed: 20, dismissed: 20, at: '2026-06-01T08:00:00.000Z', model: '', factors: answer.factors };
    const after = refitDataset(dataset, refit);
    for (const move of [...answer.entering, ...answer.leaving, ...answer.moves]) {
      const query = { window: null, text: move.number, detectors: [], statuses: [], minScore: 0, sort: 'score', descending: true, offset: 0, limit: 1 } as const;
      expect(listSuspects(after, query, []).rows[0]).toMatchObject({ number: move.number, rank: move.rankAfter, score: move.scoreAfter });
      expect(listSuspects(dataset, query, []).rows[0]).toMatchObject({ rank: move.rankBefore, score: move.scoreBefore });
      expect(move.reasons.length).toBeGreaterThan(0);
    }
    const changes = answer.moves.map(({ scoreBefore, scoreAfter }) => Math.abs(scoreAfter - scoreBefore));
    expect(changes).toEqual([...changes].sort((a, b) => b - a));
  });

  test('compares with the queue as it is, learning from the shipped model all the same', () => {
    const decisions = [...some(20, (i) => confirm(caller(i))), ...some(20, (i) => dismiss(centre(i)))];
    const first = preview(decisions);
    const again = preview(decisions, refitDataset(dataset, { confirmed: 20, dismissed: 20, at: '', model: '', factors: first.factors }));
    expect(again).toEqual({ ...first, entering: [], leaving: [], moves: [] });
  });

  test.each([
    ['nothing decided', [], ['confirmed', 'dismissed']],
    ['dismissals only', some(12, (i) => dismiss(centre(i))), ['confirmed']],
    ['confirmations only', some(12, (i) => confirm(caller(i))), ['dismissed']],
    ['one of each', [confirm(caller(0)), dismiss(centre(0))], ['few']],
    ['the same behaviour decided both ways', some(24, (i) => (i % 2 === 0 ? confirm(caller(i)) : dismiss(caller(i)))), ['contradiction']],
  ] as const)('says what is lacking with %s', (_name, decisions, lacks) => {
    const answer = preview(decisions);
    expect(answer.lacks).toEqual(expect.arrayContaining([...lacks]));
    expect(answer.heldOut?.verdict).not.toBe('better');
    if (lacks.some((lack) => lack === 'confirmed' || lack === 'dismissed')) expect(answer).toMatchObject({ factors: [], entering: [], leaving: [], moves: [] });
    if (decisions.length < 4) expect(answer.heldOut).toBeNull();
  });

  test('of a dataset of ten numbers, of which the records say next to nothing, learns nothing', () => {
    const few = buildDataset(some(10, (i) => ({ caller: caller(i), callee: caller((i + 1) % 10), at: at(0, i * 60) })));
    const answer = preview([...some(5, (i) => confirm(caller(i))), ...some(5, (i) => dismiss(caller(i + 5)))], few);
    expect(answer.factors).toEqual([]);
    expect(answer.lacks).toContain('difference');
  });
});

describe('a refitted dataset', () => {
  const refit: Refit = { confirmed: 1, dismissed: 1, at: '', model: '', factors: [{ term: 'calls_per_contact', against: 0.4, inFavour: 1.5 }, { term: 'imeis', against: 1.5, inFavour: 0 }, { term: 'bulkCaller', against: 0.2, inFavour: 1 }] };

  test('is the shipped one where nothing was learned', () => {
    expect(scoreNumbers(dataset.features, dataset.baseRate).logOdds).toEqual(dataset.scores.logOdds);
    expect(refitDataset(dataset, { ...refit, factors: [] }).scores).toEqual(dataset.scores);
    expect(refitDataset(refitDataset(dataset, refit), null)).toBe(dataset);
  });

  test('has reasons that add up to its scores', () => {
    const after = refitDataset(dataset, refit);
    const base = Math.log(after.baseRate / (1 - after.baseRate));
    expect(numberOfRow(after, 0)).toBe(numberOfRow(dataset, 0));
    for (let row = 0; row < after.features.numbers.length; row++) {
      const sum = explainRow(after, row).reasons.reduce((total, { contribution }) => total + contribution, base);
      expect(sum).toBeCloseTo(after.scores.logOdds[row]!, 9);
    }
    expect(after.scores.findings).toEqual(dataset.scores.findings);
  });
});
