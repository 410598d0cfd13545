import { afterEach, expect, it } from 'vitest';
import { closeToast, showToast, shownToasts, undoToast } from './toasts.ts';

afterEach(() => {
  for (const { id } of shownToasts()) closeToast(id);
});

it('takes a message away by the id it was given', () => {
  const first = showToast({ text: 'dismissed', undo: () => undefined });
  showToast({ text: 'undone' });
  closeToast(first);
  expect(shownToasts().map(({ text }) => text)).toEqual(['undone']);
});

it('keeps the last three', () => {
  for (const text of ['1', '2', '3', '4']) showToast({ text });
  expect(shownToasts().map(({ text }) => text)).toEqual(['2', '3', '4']);
});

it('says so when an undo fails', async () => {
  showToast({ text: 'removed', undo: () => Promise.reject(new Error('gone')) });
  await undoToast(shownToasts()[0]!, 'not undone');
  expect(shownToasts()).toMatchObject([{ text: 'not undone', kind: 'error' }]);
});
