import { useEffect, useState } from 'react';
import { warmScale } from '../../ui/warmScale.ts';
import { useFormat } from '../../words/format.ts';
import { useTexts } from '../../words/language.tsx';
import classes from './FacetStrip.module.css';
import { facetTexts } from './suspectsTexts.ts';

const restMs = 150;
const bins = 10;
const widthPx = 176;
const heightPx = 40;
const gapPx = 2;

/** Numbers by score, with the least score to show as a slider below. */
export function ScoreFacet({ counts, min, onMin }: { counts: readonly number[] | null; min: number; onMin: (min: number) => void }) {
  const t = useTexts(facetTexts);
  const f = useFormat();
  // While the slider moves, its place is its own; the owner hears of it when it rests.
  const [draft, setDraft] = useState<number | null>(null);
  useEffect(() => {
    if (draft === null) return undefined;
    const timer = setTimeout(() => {
      onMin(draft);
      setDraft(null);
    }, restMs);
    return () => clearTimeout(timer);
  }, [draft, onMin]);
  const at = draft ?? min;

  // Nearly all numbers have a low score: on a linear scale the few that matter would not be seen.
  const logs = (counts ?? []).map((count) => Math.log1p(count));
  const most = Math.max(1, ...logs);
  const binPx = widthPx / bins;
  return (
    <fieldset className={classes.group}>
      <legend className={classes.title}>{t.scores}</legend>
      <svg
        className={classes.histogram}
        width={widthPx}
        height={heightPx}
        role="img"
        aria-label={counts === null ? t.scores : t.scoresHelp(counts.map(f.count).join(' '))}
      >
        <title>{t.logScale}</title>
        {logs.map((log, bin) => {
          const barPx = (log / most) * (heightPx - 1);
          const isShown = (bin + 1) * (100 / bins) > at;
          return (
            <rect
              // oxlint-disable-next-line react/no-array-index-key -- the bin is its place
              key={bin}
              x={bin * binPx}
              y={heightPx - barPx}
              width={binPx - gapPx}
              height={barPx}
              fill={isShown ? warmScale((bin + 0.5) / bins) : 'var(--track)'}
            />
          );
        })}
        <line x1={0} x2={widthPx} y1={heightPx - 0.5} y2={heightPx - 0.5} className={classes.base} />
      </svg>
      <input
        type="range"
        className={classes.range}
        min={0}
        max={100}
        step={5}
        value={at}
        aria-label={t.minScore}
        onChange={(event) => setDraft(Number(event.currentTarget.value))}
      />
      <div className={classes.rangeWords}>
        <span>{t.minScore}</span>
        <output className={classes.count}>{at === 0 ? t.any : t.atLeast(f.score(at))}</output>
      </div>
    </fieldset>
  );
}
