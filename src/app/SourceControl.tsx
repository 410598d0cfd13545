import { defineTexts, useTexts } from '../words/language.tsx';
import { useSources } from './sources.tsx';
import classes from './TopBar.module.css';

const texts = defineTexts({ source: ['Source', '数据来源'] });

/** The demo or the API, and the datasets opened on this machine. */
export function SourceControl() {
  const t = useTexts(texts);
  const { current, choices, choose } = useSources();
  return (
    <label className={classes.source}>
      <span aria-hidden>{t.source}</span>
      <select className={classes.choice} aria-label={t.source} value={current} onChange={(event) => choose(event.target.value)}>
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
