import { Button } from '@mantine/core';
import { useFormat } from '../../words/format.ts';
import { defineTexts, useTexts } from '../../words/language.tsx';
import classes from './dataTable.module.css';

const texts = defineTexts({
  shown: [(from: string, to: string, of: string) => `${from}–${to} of ${of}`, (from: string, to: string, of: string) => `第 ${from}–${to} 条，共 ${of} 条`],
  none: ['0 of 0', '共 0 条'],
  previous: ['Previous', '上一页'],
  next: ['Next', '下一页'],
  first: ['First', '首页'],
  last: ['Last', '末页'],
});

/** Which part of a long table is shown, and the way to its neighbours. `label` names the table. */
export function Pager({ label, offset, limit, total, onOffset }: {
  label: string;
  offset: number;
  limit: number;
  total: number;
  onOffset: (offset: number) => void;
}) {
  const t = useTexts(texts);
  const format = useFormat();
  const last = total === 0 ? 0 : Math.floor((total - 1) / limit) * limit;
  const steps = [
    { name: t.first, to: 0, isOn: offset > 0 },
    { name: t.previous, to: Math.max(0, offset - limit), isOn: offset > 0 },
    { name: t.next, to: offset + limit, isOn: offset + limit < total },
    { name: t.last, to: last, isOn: offset + limit < total },
  ];
  return (
    <nav className={classes.pager} aria-label={label}>
      <span>{total === 0 ? t.none : t.shown(format.count(offset + 1), format.count(Math.min(total, offset + limit)), format.count(total))}</span>
      {total > limit &&
        steps.map(({ name, to, isOn }) => (
          // A button that cannot go further keeps the focus: aria-disabled rather than disabled.
          <Button
            key={name}
            size="compact-xs"
            variant="default"
            {...(isOn ? {} : { 'data-disabled': true, 'aria-disabled': true })}
            onClick={() => {
              if (isOn) onOffset(to);
            }}
          >
            {name}
          </Button>
        ))}
    </nav>
  );
}
