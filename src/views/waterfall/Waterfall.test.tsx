import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { LanguageProvider } from '../../words/language.tsx';
import type { Language } from '../../words/language.tsx';
import { Waterfall } from './Waterfall.tsx';

const reasons = [
  { id: 'calls_per_contact', label: 'Calls per contact', figure: '1.1', standing: 'lower than 98% of numbers', contribution: 2.314 },
  { id: 'call_duration_median', label: 'Median call', figure: '1 min 24 s', standing: '', contribution: -0.371 },
  { id: 'simBox', label: 'SIM-box', figure: '', standing: '', contribution: 1.8 },
];
const base = Math.log(0.01 / 0.99);
const end = base + 2.314 - 0.371 + 1.8;

function textOf(language: Language, given: typeof reasons, score: number): string {
  return renderToStaticMarkup(
    <LanguageProvider language={language}>
      <Waterfall base={base} baseLabel="Base rate 1%" end={score} endLabel="Score 30" reasons={given} onOpen={() => undefined} />
    </LanguageProvider>,
  );
}

describe('the waterfall', () => {
  it('makes each reason a button that reads as reason, value, standing and contribution', () => {
    const buttons = [...textOf('en', reasons, end).matchAll(/<button.*?<\/button>/g)].map(([html]) => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ').trim());
    expect(buttons).toEqual([
      'Calls per contact 1.1 lower than 98% of numbers +2.31',
      'SIM-box +1.80',
      'Median call 1 min 24 s −0.37',
    ]);
  });

  it('keeps what speaks for the holder below the line, and says so when nothing does', () => {
    const html = textOf('en', reasons, end);
    expect(html.indexOf('SIM-box')).toBeLessThan(html.indexOf('>For the holder<'));
    expect(html.indexOf('Median call')).toBeGreaterThan(html.indexOf('>For the holder<'));
    expect(textOf('zh', reasons.slice(0, 1), base + 2.314)).toContain('话单中没有对机主有利的情况。');
  });

  it('owns up when the reasons do not reach the score', () => {
    expect(textOf('en', reasons, end)).not.toContain('Not explained');
    expect(textOf('en', reasons, end + 0.5)).toContain('Not explained by the source');
  });
});
