import { inOneRoom } from '../features/closer/compounds.ts';
import type { Scene } from '../features/closer/closerFeature.ts';
import { flaggedRows } from '../features/closer/closerLook.ts';
import { inOneBlock, onOneDevice } from '../features/closer/kin.ts';
import { replacements } from '../features/closer/replacements.ts';
import { flaggingLine } from '../scoring/scoreClosely.ts';
import type { Company, Finding } from './answers.ts';
import { companyFeatures } from './answers.ts';
import { rowsMarked } from './numberMarks.ts';
import { numberOfRow } from './rowOfNumber.ts';
import { scoreOf } from './scoreOf.ts';
import type { ScoredDataset } from './scoredDataset.ts';
import { knownFacts } from './tables/knownFacts.ts';
import { atOnce } from '../records/steps.ts';

/** Numbers named of each kind of company. */
const MOST_NAMED = 10;

/** Whom the findings that rest on other numbers rest on. Of a score after the closer look, whose last round may flag a few more than it knew. */
export function companyOf(dataset: ScoredDataset, row: number, findings: readonly Finding[]): readonly Company[] {
  const measured = new Set(findings.flatMap(({ evidence }) => evidence.map(({ feature }) => feature)));
  const isAsked = (feature: Company['feature']) => measured.has(feature);
  if (!companyFeatures.some(isAsked)) return [];
  const facts = knownFacts(dataset);
  const scene: Scene = { ...dataset, facts, pieces: () => [] };
  const flagged = flaggedRows(scene, dataset.scores.logOdds, flaggingLine(dataset.baseRate));
  const seized = () => rowsMarked(dataset, 'seized');
  const found: Readonly<Record<Company['feature'], () => readonly number[]>> = {
    flagged_on_device: () => onOneDevice(scene, row, flagged),
    flagged_in_block: () => inOneBlock(scene, row, flagged),
    flagged_in_room: () => inOneRoom(scene, row, flagged),
    seized_on_device: () => onOneDevice(scene, row, seized()),
    replacement_traits: () => atOnce(replacements(scene, [...new Set([...flagged, ...seized()])], [row])).map(({ before }) => before),
  };
  return companyFeatures.filter(isAsked).flatMap((feature) => {
    const rows = found[feature]();
    return rows.length === 0 ? [] : [{ feature, count: rows.length, numbers: rows.slice(0, MOST_NAMED).map((other) => ({ number: numberOfRow(dataset, other), score: scoreOf(dataset.scores.logOdds[other]!) })) }];
  });
}
