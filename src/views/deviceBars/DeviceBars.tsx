import { Button, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import type { Dossier } from '../../analysis/answers.ts';
import { useFormat } from '../../words/format.ts';
import { defineTexts, useTexts } from '../../words/language.tsx';
import { placeSpan } from './deviceLayout.ts';
import classes from './DeviceBars.module.css';

export type Device = Dossier['devices'][number];

const texts = defineTexts({
  name: ['Devices over time', '设备使用时间'],
  imei: ['IMEI', 'IMEI'],
  records: ['Records', '记录'],
  numbers: ['Numbers on it', '同机号码'],
  recordsSaid: [' records, ', ' 条记录，'],
  numbersSaid: [' numbers on it', ' 个同机号码'],
  hint: [(span: string) => `${span}: press to filter the records`, (span: string) => `${span}：点击筛选话单记录`],
  all: [(count: string) => `All ${count} devices`, (count: string) => `全部 ${count} 台设备`],
  fewer: ['Fewer', '收起'],
});

/** Devices shown before one asks for all; a SIM-box may have dozens. */
const SHOWN = 12;

/**
 * The devices a number was used in, as parallel bars on one time axis: a change of handset is a step, a SIM-box a ladder.
 *
 * @param from, to the axis in whole days, `YYYY-MM-DD`, both included
 */
export function DeviceBars({ devices, from, to, selected, onSelect }: {
  devices: readonly Device[];
  from: string;
  to: string;
  selected: string | null;
  onSelect: (imei: string | null) => void;
}) {
  const t = useTexts(texts);
  const format = useFormat();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? devices : devices.slice(0, SHOWN);
  return (
    <div className={classes.devices}>
      <div className={classes.head} aria-hidden>
        <span>{t.imei}</span>
        <span className={classes.axis}>
          <span>{format.day(from)}</span>
          <span>{format.day(to)}</span>
        </span>
        <span className={classes.figure}>{t.records}</span>
        <span className={classes.figure}>{t.numbers}</span>
      </div>
      <ul className={classes.rows} aria-label={t.name}>
        {shown.map((device) => {
          const { start, length } = placeSpan(device.first, device.last, from, to);
          const span = format.span(device.first, device.last);
          return (
            <li key={device.imei}>
              <button
                type="button"
                className={classes.row}
                title={t.hint(span)}
                aria-pressed={device.imei === selected}
                onClick={() => onSelect(device.imei === selected ? null : device.imei)}
              >
                <span className={classes.imei}>
                  <VisuallyHidden>{`${t.imei} `}</VisuallyHidden>
                  {device.imei}
                </span>
                <span className={classes.track}>
                  <i className={classes.bar} style={{ left: `${start * 100}%`, width: `${length * 100}%` }} />
                </span>
                <span className={classes.figure}>
                  {format.count(device.records)}
                  <VisuallyHidden>{t.recordsSaid}</VisuallyHidden>
                </span>
                <span className={classes.figure} data-shared={device.numbers > 1}>
                  {format.count(device.numbers)}
                  <VisuallyHidden>{t.numbersSaid}</VisuallyHidden>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {devices.length > SHOWN && (
        <Button size="compact-xs" variant="subtle" onClick={() => setWhole(!isWhole)} aria-expanded={isWhole}>
          {isWhole ? t.fewer : t.all(format.count(devices.length))}
        </Button>
      )}
    </div>
  );
}
