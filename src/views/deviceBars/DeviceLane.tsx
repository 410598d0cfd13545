import { VisuallyHidden } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Dossier } from '../../analysis/answers.ts';
import type { DeviceWithCards } from '../../analysis/cards/cardAnswers.ts';
import { useFormat } from '../../words/format.ts';
import { defineTexts, useTexts } from '../../words/language.tsx';
import { placeDays, placeSpan } from './deviceLayout.ts';
import type { AxisSpan } from './deviceLayout.ts';
import classes from './DeviceBars.module.css';

const texts = defineTexts({
  imei: ['IMEI', 'IMEI'],
  recordsSaid: [' records, ', ' 条记录，'],
  numbersSaid: [' numbers on it', ' 个同机号码'],
  hint: [(span: string) => `${span}: press to filter the records`, (span: string) => `${span}：点击筛选话单记录`],
  open: [(imei: string) => `Show the cards in ${imei}`, (imei: string) => `显示 ${imei} 中的卡`],
  close: [(imei: string) => `Hide the cards in ${imei}`, (imei: string) => `收起 ${imei} 中的卡`],
  own: ['this number', '本号'],
  imsi: [(imsi: string) => `IMSI ${imsi}`, (imsi: string) => `IMSI ${imsi}`],
  others: [(count: string) => `and ${count} other numbers, farther away in time`, (count: string) => `另有 ${count} 个号码，时间相隔更远`],
  cards: [(imei: string) => `Cards in ${imei} over time`, (imei: string) => `${imei} 中的卡及使用时间`],
});

interface Axis {
  readonly from: string;
  readonly to: string;
}

/** A device's bar, and below it the bars of the cards in it. */
export function DeviceLane({ number, device, cards, axis, isOpen, isSelected, onToggle, onSelect, showNumber }: {
  number: string;
  device: Dossier['devices'][number];
  /** undefined until it is known, null where it is not told. */
  cards: DeviceWithCards | null | undefined;
  axis: Axis;
  isOpen: boolean;
  isSelected: boolean;
  onToggle: () => void;
  onSelect: () => void;
  showNumber: (number: string) => ReactNode;
}) {
  const t = useTexts(texts);
  const format = useFormat();
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <li>
      <div className={classes.lane}>
        <button type="button" className={classes.toggle} aria-expanded={isOpen} aria-label={(isOpen ? t.close : t.open)(device.imei)} disabled={cards === null} onClick={onToggle}>
          <Chevron size={14} aria-hidden />
        </button>
        <button type="button" className={classes.row} title={t.hint(format.span(device.first, device.last))} aria-pressed={isSelected} onClick={onSelect}>
          <span className={classes.imei}>
            <VisuallyHidden>{`${t.imei} `}</VisuallyHidden>
            {device.imei}
          </span>
          <Track spans={[placeSpan(device.first, device.last, axis.from, axis.to)]} />
          <span className={classes.figure}>
            {format.count(device.records)}
            <VisuallyHidden>{t.recordsSaid}</VisuallyHidden>
          </span>
          <span className={classes.figure} data-shared={device.numbers > 1}>
            {format.count(device.numbers)}
            <VisuallyHidden>{t.numbersSaid}</VisuallyHidden>
          </span>
        </button>
      </div>
      {isOpen && (
        // Kept free until the cards are known: most devices have one card of each of their numbers.
        <ul className={classes.rows} aria-label={t.cards(device.imei)} style={cards === undefined ? { minHeight: 24 * Math.min(9, device.numbers) } : undefined}>
          {cards?.cards.map((card) => (
            <li key={`${card.number} ${card.imsi} ${card.first}`} className={classes.card} data-own={card.number === number}>
              <span className={classes.cardName}>
                {card.number === number ? t.own : showNumber(card.number)}
                {card.imsi !== null && <span className={classes.imsi}>{t.imsi(card.imsi)}</span>}
              </span>
              <Track title={format.span(card.first, card.last)} spans={card.spells.map((spell) => placeDays(spell.from, spell.to, axis.from, axis.to))} />
              <span className={classes.figure}>
                {format.count(card.records)}
                <VisuallyHidden>{`${t.recordsSaid}${format.span(card.first, card.last)}`}</VisuallyHidden>
              </span>
            </li>
          ))}
          {cards && cards.users > new Set(cards.cards.map((card) => card.number)).size && (
            <li className={classes.rest}>{t.others(format.count(cards.users - new Set(cards.cards.map((card) => card.number)).size))}</li>
          )}
        </ul>
      )}
    </li>
  );
}

function Track({ spans, title }: { spans: readonly AxisSpan[]; title?: string }) {
  return (
    <span className={classes.track} title={title}>
      {spans.map(({ start, length }) => (
        <i key={start} className={classes.bar} style={{ left: `${start * 100}%`, width: `${length * 100}%` }} />
      ))}
    </span>
  );
}
