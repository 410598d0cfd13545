import { expect, it } from 'vitest';
import { formatIn } from '../../words/format.ts';
import { chanceText } from './chanceText.ts';

it('says how rarely chance would do it, in two digits, and no more than a million', () => {
  expect([0, 1.3, 3.18, 5.99, 6, 15].map((strength) => chanceText(strength, formatIn('en'), 'en'))).toEqual([
    'by chance 1 in 1', 'by chance 1 in 20', 'by chance 1 in 1,500', 'by chance 1 in 980,000', 'by chance <\u00A01 in a million', 'by chance <\u00A01 in a million',
  ]);
  expect(chanceText(2, formatIn('zh'), 'zh')).toBe('偶然概率 1/100');
});
