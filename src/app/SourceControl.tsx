import { defineTexts, useTexts } from '../words/language.tsx';
import { useSources } from './sources.tsx';
import classes from './TopBar.module.css';

const texts = defineTexts({ source: ['Source', '数据来源'] });

/** The demo or the API, and the datasets opened on this machine. */
export function SourceControl() {
  const t = useTexts(texts);
  const { current, choices, choose } = useSources();
  const { label = '', end = '', help } = choices.find(({ value }) => value === current) ?? {};
  return (
    <label className={classes.source} title={help}>
      <span aria-hidden className={classes.word}>{t.source}</span>
      <span className={classes.chosen}>
        {/* A select cuts a long name at its end, where it stands how many files there are. */}
        {end !== '' && (
          <span aria-hidden className={classes.cut}>
            <span>{label.slice(0, -end.length)}</span>
            <span>{end}</span>
          </span>
        )}
        <select className={classes.choice} aria-label={t.source} value={current} onChange={(event) => choose(event.target.value)}>
          {choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </span>
    </label>
  );
}
