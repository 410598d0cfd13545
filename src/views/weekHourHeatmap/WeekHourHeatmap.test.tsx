import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { LanguageProvider } from '../../words/language.tsx';
import type { Language } from '../../words/language.tsx';
import { WeekHourHeatmap } from './WeekHourHeatmap.tsx';

const counts = Array.from({ length: 168 }, (_, cell) => (cell === 38 ? 1234 : cell % 5));

function markup(language: Language, selected: number | null): string {
  return renderToStaticMarkup(
    <MantineProvider>
      <LanguageProvider language={language}>
        <WeekHourHeatmap counts={counts} selected={selected} onSelect={() => undefined} />
      </LanguageProvider>
    </MantineProvider>,
  );
}

/** Cells that the Tab key stops at. */
function stops(html: string): readonly (string | undefined)[] {
  return [...html.matchAll(/data-cell="(\d+)"[^>]*tabindex="0"/g)].map((match) => match[1]);
}

describe('the week × hour heatmap to someone who cannot see it', () => {
  it('says weekday, hour and records of each of its 168 cells', () => {
    const cells = [...markup('en', null).matchAll(/data-cell="\d+".*?aria-label="([^"]*)"/g)].map((match) => match[1]);
    expect(cells.length).toBe(168);
    expect(cells[0]).toBe('Monday 00:00–01:00: 0 records');
    expect(cells[38]).toBe('Tuesday 14:00–15:00: 1,234 records');
    expect(new Set(cells).size).toBe(168);
  });

  it('is one stop of the Tab key, on the chosen hour or else the busiest', () => {
    expect(stops(markup('en', null))).toEqual(['38']);
    expect(stops(markup('zh', 100))).toEqual(['100']);
  });
});
