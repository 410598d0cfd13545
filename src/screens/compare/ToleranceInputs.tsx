import { NumberInput } from '@mantine/core';
import { useTexts } from '../../words/language.tsx';
import classes from './CompareScreen.module.css';
import { compareTexts } from './compareTexts.ts';

/** How far apart in time and space still counts as together. */
export function ToleranceInputs({ minutes, metres, onChange }: {
  minutes: number;
  metres: number;
  onChange: (change: { readonly minutes?: number; readonly metres?: number }) => void;
}) {
  const t = useTexts(compareTexts);
  return (
    <>
      <NumberInput className={classes.small} label={t.minutes} value={minutes} min={0} max={1440} allowDecimal={false} allowNegative={false} onChange={(value) => onChange({ minutes: Number(value) })} />
      <NumberInput
        className={classes.small} label={t.metres} value={metres} min={0} max={100_000} step={100} allowDecimal={false} allowNegative={false}
        onChange={(value) => onChange({ metres: Number(value) })}
      />
    </>
  );
}
