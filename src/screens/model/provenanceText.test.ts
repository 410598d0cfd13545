import { expect, test } from 'vitest';
import card from '../../scoring/scorecard.json' with { type: 'json' };
import { provenanceText } from './provenanceText.ts';

test('what the weights that ship say of themselves is there in both languages', () => {
  const { data, split, method } = card.provenance;
  for (const text of [data, split, method]) {
    expect(provenanceText(text, 'en')).toEqual({ text, lang: 'en' });
    expect(provenanceText(text, 'zh')).toEqual({ text: expect.stringMatching(/\p{Script=Han}/u), lang: 'zh-CN' });
  }
  expect(provenanceText('fitted anew', 'zh')).toEqual({ text: 'fitted anew', lang: 'en' });
});
