import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Dossier } from '../../analysis/answers.ts';
import type { CardsInDevices } from '../../analysis/cards/cardAnswers.ts';
import { useFormat } from '../../words/format.ts';
import { defineTexts, useTexts } from '../../words/language.tsx';
import { DeviceLane } from './DeviceLane.tsx';
import classes from './DeviceBars.module.css';

const texts = defineTexts({
  name: ['Devices over time', '设备使用时间'],
  lane: ['Device (IMEI) and the cards in it', '设备（IMEI）及所插卡'],
  records: ['Records', '记录'],
  numbers: ['Numbers on it', '同机号码'],
  all: [(count: string) => `All ${count} devices`, (count: string) => `全部 ${count} 台设备`],
  fewer: ['Fewer', '收起'],
});

/** Devices shown before one asks for all; a SIM-box may have dozens. */
const SHOWN = 12;
/** So many devices stand with their cards at once; of more, one opens those of interest. */
const OPEN = 2;

/**
 * The devices a number was used in and the cards that were in them, as parallel bars on one time axis: a change of handset is a step, a
 * SIM-box a ladder, a card that follows another in the same handset stands right of it.
 *
 * @param cards undefined until it is known
 * @param from, to the axis in whole days, `YYYY-MM-DD`, both included
 * @param showNumber how another number is written, as a link
 */
export function DeviceBars({ number, devices, cards, from, to, selected, onSelect, showNumber }: {
  number: string;
  devices: Dossier['devices'];
  cards: CardsInDevices | undefined;
  from: string;
  to: string;
  selected: string | null;
  onSelect: (imei: string | null) => void;
  showNumber: (number: string) => ReactNode;
}) {
  const t = useTexts(texts);
  const format = useFormat();
  const [isWhole, setWhole] = useState(false);
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const shown = isWhole ? devices : devices.slice(0, SHOWN);
  const toggle = (imei: string) => setToggled((before) => new Set(before.has(imei) ? [...before].filter((each) => each !== imei) : [...before, imei]));
  return (
    <div className={classes.devices}>
      <div className={classes.head} aria-hidden>
        <span>{t.lane}</span>
        <span className={classes.axis}>
          <span>{format.day(from)}</span>
          <span>{format.day(to)}</span>
        </span>
        <span className={classes.figure}>{t.records}</span>
        <span className={classes.figure}>{t.numbers}</span>
      </div>
      <ul className={classes.rows} aria-label={t.name}>
        {shown.map((device) => (
          <DeviceLane
            key={device.imei}
            number={number}
            device={device}
            cards={cards === undefined ? undefined : (cards.devices.find(({ imei }) => imei === device.imei) ?? null)}
            axis={{ from, to }}
            isOpen={devices.length <= OPEN !== toggled.has(device.imei)}
            isSelected={device.imei === selected}
            onToggle={() => toggle(device.imei)}
            onSelect={() => onSelect(device.imei === selected ? null : device.imei)}
            showNumber={showNumber}
          />
        ))}
      </ul>
      {devices.length > SHOWN && (
        <Button size="compact-xs" variant="subtle" onClick={() => setWhole(!isWhole)} aria-expanded={isWhole}>
          {isWhole ? t.fewer : t.all(format.count(devices.length))}
        </Button>
      )}
    </div>
  );
}
