import { Button, TextInput } from '@mantine/core';
import { useId } from 'react';
import { parseSetExpression, SetExpressionError } from '../../../analysis/sets/setExpression.ts';
import type { SetExpressionFault } from '../../../analysis/sets/setExpression.ts';
import { useFormat } from '../../../words/format.ts';
import { useTexts } from '../../../words/language.tsx';
import classes from '../CompareScreen.module.css';
import { quickExpression, quickWays } from './recipe.ts';
import { faultPlace, setFaultTexts, setsTexts } from './setsTexts.ts';

/** What is wrong with an expression; null when nothing is. */
export function expressionFault(text: string, names: readonly string[]): SetExpressionFault | null {
  try {
    parseSetExpression(text, new Set(names));
    return null;
  } catch (error) {
    if (error instanceof SetExpressionError) return error.fault;
    throw error;
  }
}

/** The expression over the sets, with its fault below it, and ready-made ones. */
export function ExpressionInput({ value, names, onChange }: { value: string; names: readonly string[]; onChange: (text: string) => void }) {
  const t = useTexts(setsTexts);
  const faults = useTexts(setFaultTexts);
  const place = useTexts(faultPlace);
  const format = useFormat();
  const label = useId();
  const fault = value.trim() === '' ? null : expressionFault(value, names);
  return (
    <div className={classes.expression}>
      <TextInput
        className={classes.wide} label={t.expression} value={value} spellCheck={false} autoComplete="off" description={t.expressionHelp}
        error={fault === null ? null : place.at(format.count(fault.column), fault.found, faults[fault.code])}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <div className={classes.quick} role="group" aria-labelledby={label}>
        <span id={label} className={classes.dim}>{t.quick}</span>
        {quickWays.map((way) => (
          <Button key={way} size="compact-xs" variant="default" disabled={names.length < 2} onClick={() => onChange(quickExpression(way, names))}>{t[way]}</Button>
        ))}
      </div>
    </div>
  );
}
