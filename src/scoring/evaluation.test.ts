import { describe, expect, it } from 'vitest';
import { evaluation, figureOf, namesWithin } from './evaluation.ts';
import { detectorIds } from './detectorIds.ts';
import type { DetectorId } from './detectorIds.ts';

/** What company tells is found among the roles of the others. */
const ofCompany: readonly DetectorId[] = ['denseGroup', 'kin', 'seizedListHit', 'replacement', 'compound'];

describe('the kept evaluation', () => {
  it('holds what the model card shows', () => {
    for (const measure of ['sichuan.inOrder.all.auc', 'sichuan.inOrder.shipped.auc', 'sichuan.inOrder.baseline.callsPerContact.auc', 'nodobo.usersAt50', 'callmine.plantedAmongFirst20', 'world.precisionAt50', 'world.prAucGain']) {
      expect({ measure, figure: figureOf(evaluation, measure) }).not.toEqual({ measure, figure: null });
    }
    expect(figureOf(evaluation, 'world.precisionAt50')).toMatchObject({ low: expect.any(Number), high: expect.any(Number) });
    expect(figureOf(evaluation, 'world.nothing')).toBeNull();
  });

  it('has a role for each detector of what a number does itself, and a share of every kind of innocent', () => {
    const roles = namesWithin(evaluation, 'world.role.', '.recallAt1PercentBudget');
    expect(roles.length).toBeGreaterThanOrEqual(detectorIds.length - ofCompany.length);
    expect(namesWithin(evaluation, 'world.flagged.')).toContain('callCentre');
    expect(roles.every((role) => !role.includes('.'))).toBe(true);
  });
});
