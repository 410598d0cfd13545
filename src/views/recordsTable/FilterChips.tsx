import { Button } from '@mantine/core';
import { defineTexts, useTexts } from '../../words/language.tsx';
import classes from './FilterChips.module.css';

export interface FilterChip {
  readonly key: string;
  /** What it restricts to: "Day 7 Jun 2016". */
  readonly text: string;
}

const texts = defineTexts({
  filters: ['Filters', '筛选条件'],
  none: ['Not filtered', '未筛选'],
  remove: [(what: string) => `Remove filter: ${what}`, (what: string) => `移除筛选：${what}`],
  clear: ['Remove all', '全部移除'],
});

/** The filters that are on, each of which can be taken off. The row keeps its height when there are none. */
export function FilterChips({ chips, onRemove, onClear }: { chips: readonly FilterChip[]; onRemove: (key: string) => void; onClear: () => void }) {
  const t = useTexts(texts);
  return (
    <div className={classes.chips}>
      {chips.length === 0 ? <span className={classes.none}>{t.none}</span> : (
        <ul className={classes.list} aria-label={t.filters}>
          {chips.map((chip) => (
            <li key={chip.key}>
              <button type="button" className={classes.chip} aria-label={t.remove(chip.text)} onClick={() => onRemove(chip.key)}>
                {chip.text}
                <span aria-hidden className={classes.cross}>×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {chips.length > 1 && (
        <Button size="compact-xs" variant="subtle" onClick={onClear}>
          {t.clear}
        </Button>
      )}
    </div>
  );
}
