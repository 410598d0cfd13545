import type { Decision, Person } from '../src/analysis/answers.ts';
import type { Note } from '../src/analysis/notes.ts';
import type { Refit } from '../src/analysis/refit/refitAnswers.ts';
import { refitDataset } from '../src/analysis/refit/refitDataset.ts';
import type { ScoredDataset } from '../src/analysis/scoredDataset.ts';
import type { DayWindow } from '../src/records/days.ts';
import type { Scenario } from './scenario.ts';

/** Windowed datasets kept: each may be as large as the whole. */
const MAX_WINDOWS = 4;

/** What the mocked API answers from, and what it remembers for the visit. */
export class MockCase {
  /** By number in its folded form. */
  readonly decisions = new Map<string, Decision>();
  /** By id. */
  readonly notes = new Map<string, Note>();
  /** What was learned from the decisions and is in use. */
  refit: Refit | null = null;
  /** May be changed at any time, by tests. */
  scenario: Scenario;
  /** Questions asked so far, for the `flaky` scenario. */
  readonly asked = new Set<string>();
  readonly #load: () => Promise<ScoredDataset>;
  #whole: Promise<ScoredDataset> | null = null;
  /** By window, the most recent last. */
  readonly #windows = new Map<string, ScoredDataset>();

  constructor(load: () => Promise<ScoredDataset>, scenario: Scenario = new Set()) {
    this.#load = load;
    this.scenario = scenario;
  }

  /** The dataset of a window. One that could not be loaded is tried again at the next question. */
  async dataset(window: DayWindow | null): Promise<ScoredDataset> {
    this.#whole ??= this.#load();
    const whole = await this.#whole.catch((error: unknown) => {
      this.#whole = null;
      throw error;
    });
    if (window === null) return refitDataset(whole, this.refit);
    const name = `${window.from} ${window.to}`;
    const { windowDataset } = await import('../src/engine/windowDataset.ts');
    const dataset = this.#windows.get(name) ?? windowDataset(whole, window);
    this.#windows.delete(name);
    this.#windows.set(name, dataset);
    if (this.#windows.size > MAX_WINDOWS) this.#windows.delete(this.#windows.keys().next().value!);
    return refitDataset(dataset, this.refit);
  }

  /** Has the records loaded that are not there yet. */
  async complete(): Promise<void> {
    await (await this.dataset(null)).records.complete?.();
  }

  get person(): Person {
    return this.scenario.has('supervisor')
      ? { id: 'demo-supervisor', name: 'Demo supervisor', role: 'supervisor' }
      : { id: 'demo-analyst', name: 'Demo analyst', role: 'analyst' };
  }
}
