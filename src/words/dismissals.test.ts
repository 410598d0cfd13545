import { expect, it } from 'vitest';
import { dismissalText } from './dismissals.ts';

it('shows a usual reason in the language of whoever looks, and own words as they were written', () => {
  expect(dismissalText('Courier', 'zh')).toBe('快递员');
  expect(dismissalText('快递员', 'en')).toBe('Courier');
  expect(dismissalText('my neighbour', 'zh')).toBe('my neighbour');
});
