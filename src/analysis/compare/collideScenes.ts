import { parseLocalTime } from '../../records/days.ts';
import type { Scene, SceneNumber, SceneQuery, Scenes } from '../answers.ts';
import { numberOfRow, scoreOfRow } from '../rowOfNumber.ts';
import type { ScoredDataset } from '../scoredDataset.ts';
import { cellOf, cellsNear, DayRing, sightingsOf } from './sightings.ts';

const MOST_ROWS = 500;

/**
 * Who was at several scenes (基站碰撞): cells and hours each, in at least `least` of them. Beside each number stands the chance
 * that its habits alone bring it there: how often it is at the same places at the same hours of other days. Least habitual first.
 */
export function* collideScenes(dataset: ScoredDataset, { scenes, least, metres }: SceneQuery): Generator<number, Scenes> {
  const ring = new DayRing(dataset);
  const turns = ring.turns();
  const places = scenes.map((scene) => placeOf(dataset, scene, metres));
  const allCells = new Set(places.flatMap(({ cells }) => [...cells]));
  const count = dataset.features.numbers.length;
  const rows: SceneNumber[] = [];
  let expected = 0;
  for (let row = 0; row < count; row++) {
    if (row % 20_000 === 0) yield row / count;
    const { at, cell } = sightingsOf(dataset, row, allCells);
    if (at.length === 0) continue;
    const records = places.map(() => 0);
    const habits = places.map(() => 0);
    for (const [i, { cells, fromS, toS }] of places.entries()) {
      const turnsThere = new Set<number>();
      for (let j = 0; j < at.length; j++) {
        if (!cells.has(cell[j]!)) continue;
        if (at[j]! >= fromS && at[j]! < toS) records[i]!++;
        for (const turn of turns) {
          const turned = ring.turned(at[j]!, turn);
          if (turned >= fromS && turned < toS) turnsThere.add(turn);
        }
      }
      // One time in so many and one more: a number that was never there otherwise might have been.
      habits[i] = (turnsThere.size + 0.5) / (turns.length + 1);
    }
    const chance = chanceOfScenes(habits, least);
    expected += chance;
    const there = records.flatMap((each, i) => (each > 0 ? [i] : []));
    if (there.length >= least) rows.push({ number: numberOfRow(dataset, row), score: scoreOfRow(dataset, row), scenes: there, records, chance });
  }
  rows.sort((a, b) => b.scenes.length - a.scenes.length || a.chance - b.chance);
  return {
    scenes: places.map(({ cells, known }) => ({ cells: cells.size, unknown: known.flatMap(({ text, isKnown }) => (isKnown ? [] : [text])) })),
    expected, total: rows.length, rows: rows.slice(0, MOST_ROWS),
  };
}

function placeOf(dataset: ScoredDataset, scene: Scene, metres: number) {
  const cells = new Set<number>();
  const known = scene.cells.map((text) => {
    const cell = cellOf(dataset, text);
    if (cell > 0) for (const near of cellsNear(dataset, cell, metres)) cells.add(near);
    return { text, isKnown: cell > 0 };
  });
  return { cells, known, fromS: parseLocalTime(scene.from), toS: parseLocalTime(scene.to) };
}

/** Chance of being at `least` or more of the scenes, each with its own chance (Poisson-binomial). */
function chanceOfScenes(chances: readonly number[], least: number): number {
  let ways = [1];
  for (const chance of chances) {
    const next = [...ways, 0].map((way) => way * (1 - chance));
    ways.forEach((way, count) => (next[count + 1]! += way * chance));
    ways = next;
  }
  return ways.slice(least).reduce((sum, way) => sum + way, 0);
}
