import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Arrangement } from './arrangement.ts';
import { collapse, emptyArrangement, expand, hide, keepOnly, move, restore, settle, show, showHidden, togglePin } from './arrangement.ts';
import type { History } from './history.ts';
import { historyLimit, noHistory, redo, remember, undo } from './history.ts';

const number = fc.constantFrom('110', '120', '13812345678', '+4479', 'odd, one');
const point = fc.record({ x: fc.integer({ min: -999, max: 999 }), y: fc.integer({ min: -999, max: 999 }) });
const step: fc.Arbitrary<(arrangement: Arrangement) => Arrangement> = fc.oneof(
  fc.array(number, { maxLength: 3 }).map((numbers) => (a: Arrangement) => expand(a, numbers, 50)),
  number.map((n) => (a: Arrangement) => collapse(a, n)),
  number.map((n) => (a: Arrangement) => hide(a, [n])),
  fc.array(number, { maxLength: 2 }).map((numbers) => (a: Arrangement) => show(a, numbers)),
  fc.array(number, { maxLength: 2 }).map((numbers) => (a: Arrangement) => keepOnly(a, numbers)),
  fc.constant(showHidden),
  number.map((n) => (a: Arrangement) => togglePin(a, [n])),
  fc.tuple(number, point).map(([n, to]) => (a: Arrangement) => move(a, n, to)),
);
const steps = fc.array(step, { maxLength: 30 });

interface Session {
  readonly history: History<Arrangement>;
  readonly present: Arrangement;
}

function work(steps: readonly ((a: Arrangement) => Arrangement)[], from: Session = { history: noHistory, present: emptyArrangement }): Session {
  return steps.reduce<Session>(({ history, present }, apply) => {
    const next = apply(present);
    return next === present ? { history, present } : { history: remember(history, present), present: next };
  }, from);
}

test('undoing any step brings back exactly what was there, and redoing it what was done', () => {
  fc.assert(
    fc.property(steps, step, (before, last) => {
      const earlier = work(before);
      const later = work([last], earlier);
      fc.pre(later.present !== earlier.present);
      const undone = undo(later.history, later.present)!;
      expect(undone.present).toEqual(earlier.present);
      expect(redo(undone.history, undone.present)).toEqual(later);
    }),
  );
});

test('undoing everything leads to the beginning, and redoing everything back to the end', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const end = work(all);
      let session: Session = end;
      for (let back = undo(session.history, session.present); back !== null; back = undo(session.history, session.present)) session = back;
      expect(session.present).toEqual(emptyArrangement);
      for (let on = redo(session.history, session.present); on !== null; on = redo(session.history, session.present)) session = on;
      expect(session).toEqual(end);
    }),
  );
});

test('a new step after an undo leaves nothing to redo', () => {
  const session = work([(a) => expand(a, ['110'], 50)]);
  const undone = undo(session.history, session.present)!;
  const other = work([(a) => expand(a, ['120'], 50)], undone);
  expect(redo(other.history, other.present)).toBeNull();
});

test('a long session forgets its oldest steps instead of growing without end', () => {
  const session = work(Array.from({ length: historyLimit + 50 }, (_, i) => (a: Arrangement) => move(a, '110', { x: i, y: 0 })));
  expect(session.history.past).toHaveLength(historyLimit);
});

test('undo keeps the places that a layout found since, and puts back those that a person changed', () => {
  const earlier = move(emptyArrangement, '110', { x: 1, y: 1 });
  const later = settle(move(earlier, '110', { x: 9, y: 9 }), { '110': { x: 5, y: 5 }, '120': { x: 2, y: 2 } });
  expect(later.positions['110']).toEqual({ x: 9, y: 9 });
  expect(restore(later, earlier)).toEqual({ ...earlier, positions: { '110': { x: 1, y: 1 }, '120': { x: 2, y: 2 } } });
});
