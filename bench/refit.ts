/**
 * `npx node bench/refit.ts [--numbers N]`: a refit's preview on 200 decisions among N numbers (500,000) with three calls each: fit,
 * cross-validation, every number scored anew, both queues sorted and compared; and the first page of the queue after it is applied.
 * Medians of five, ms, and the longest step between two turns. Last line: JSON.
 */
import { buildDataset } from '../mocks/buildDataset.ts';
import type { WrittenRecord } from '../mocks/buildDataset.ts';
import { Random } from '../mocks/world/random.ts';
import type { Decision, SuspectQuery } from '../src/analysis/answers.ts';
import { listSuspects } from '../src/analysis/listSuspects.ts';
import { previewRefit } from '../src/analysis/refit/previewRefit.ts';
import type { RefitPreview } from '../src/analysis/refit/refitAnswers.ts';
import { refitDataset } from '../src/analysis/refit/refitDataset.ts';

const RUNS = 5;
const DECISIONS = 200;
const at = process.argv.indexOf('--numbers');
const count = at < 0 ? 500_000 : Number(process.argv[at + 1]);
const random = new Random(7, 1);
const mobile = (i: number) => String(13_000_000_000 + i * 97);
const records: WrittenRecord[] = [];
for (let i = 0; i < count; i++) {
  const calls = i < DECISIONS ? 40 : 3;
  for (let call = 0; call < calls; call++) {
    const hour = String(8 + random.below(14)).padStart(2, '0');
    const day = String(1 + random.below(28)).padStart(2, '0');
    records.push({ caller: mobile(i), callee: mobile(random.below(count)), at: `2026-05-${day}T${hour}:${String(random.below(60)).padStart(2, '0')}:00`, durationS: random.below(300) });
  }
}
const decisions = Array.from({ length: DECISIONS }, (_, i): Decision => ({ number: mobile(i), status: i % 3 === 0 ? 'confirmed' : 'dismissed', reason: 'call centre', assignee: null }));
const dataset = buildDataset(records);
const query: SuspectQuery = { window: null, text: '', detectors: [], statuses: [], minScore: 0, sort: 'score', descending: true, offset: 0, limit: 50 };
listSuspects(dataset, query, []);

const times: Record<'preview' | 'longestStep' | 'firstPageAfter', number[]> = { preview: [], longestStep: [], firstPageAfter: [] };
let told: RefitPreview | null = null;
for (let run = 0; run < RUNS; run++) {
  // A dataset of its own each time, since what was computed of one is kept.
  const fresh = { ...dataset };
  listSuspects(fresh, query, []);
  const steps = previewRefit(fresh, { decisions });
  const began = performance.now();
  let longest = 0;
  for (let stepAt = began; ;) {
    const step = steps.next();
    const now = performance.now();
    longest = Math.max(longest, now - stepAt);
    stepAt = now;
    if (step.done !== true) continue;
    told = step.value;
    break;
  }
  times.preview.push(performance.now() - began);
  times.longestStep.push(longest);
  const appliedAt = performance.now();
  listSuspects(refitDataset(fresh, { confirmed: told.confirmed, dismissed: told.dismissed, at: '2026-06-01T00:00:00.000Z', model: '', factors: told.factors }), query, []);
  times.firstPageAfter.push(performance.now() - appliedAt);
}
const medians = Object.fromEntries(Object.entries(times).map(([what, values]) => [what, Math.round(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!)]));
console.log(JSON.stringify({ numbers: dataset.features.numbers.length, decisions: told!.confirmed + told!.dismissed, factors: told!.factors.length, ms: medians }));
