import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ChainHop, HopKind, MissingHop } from '../../analysis/chain/chainHop.ts';
import { askSentence } from '../../words/chain.ts';
import { useFormat } from '../../words/format.ts';
import { useLanguage, useTexts } from '../../words/language.tsx';
import classes from './ChainScreen.module.css';
import { chanceText } from './chanceText.ts';
import { chainTexts } from './chainTexts.ts';

/** Hops shown of a lane before one asks for more: a caller has many victims. */
const SHOWN = 3;

/** All hops of one kind, the strongest first; or what is missing, and whom to ask for it. */
export function ChainLane({ title, hops, missing, weakest, selected, onSelect }: {
  title: string;
  /** With their places in the chain. */
  hops: readonly { readonly hop: ChainHop; readonly place: number }[];
  missing: readonly MissingHop[];
  weakest: number | null;
  selected: number | null;
  onSelect: (place: number) => void;
}) {
  const t = useTexts(chainTexts);
  const language = useLanguage();
  const format = useFormat();
  const [isWhole, setWhole] = useState(false);
  const more = hops.length - SHOWN;
  return (
    <li className={classes.lane}>
      <h3 className={classes.laneTitle}>{title}{hops.length > 1 && <span className={classes.count}> {format.count(hops.length)}</span>}</h3>
      {(isWhole ? hops : hops.slice(0, SHOWN)).map(({ hop, place }) => (
        <button key={place} type="button" className={classes.hop} aria-pressed={place === selected} data-weakest={place === weakest || undefined} onClick={() => onSelect(place)}>
          <strong>{hop.kind === 'victim' ? format.phone(hop.from) : <Name hop={hop} />}</strong>
          <span>{t.records(format.count(hop.evidence.count))}</span>
          {hop.evidence.first !== null && hop.evidence.last !== null && <span>{format.span(hop.evidence.first, hop.evidence.last)}</span>}
          <span>{chanceText(hop.strength, format, language)}</span>
          {place === weakest && <span className={classes.weakest}>{t.weakest}</span>}
        </button>
      ))}
      {more > 0 && <Button size="compact-xs" variant="subtle" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>{isWhole ? t.fewer : t.more(format.count(more))}</Button>}
      {missing.map((each) => (
        <p key={each.record} className={classes.missing}><strong>{t.missing}</strong> {askSentence(each, language)}</p>
      ))}
      {hops.length + missing.length === 0 && <p className={classes.hint}>{t.none}</p>}
    </li>
  );
}

/** Digits after which an identifier may break where it has no room: a device's type before its serial number (IMEI), a card's network before its number (IMSI). */
const firstPart: Partial<Record<HopKind, number>> = { device: 8, card: 5 };

function Name({ hop: { kind, to } }: { hop: ChainHop }) {
  const first = /^\d{14,16}$/.test(to) ? firstPart[kind] : undefined;
  return first === undefined ? to : <>{to.slice(0, first)}<wbr />{to.slice(first)}</>;
}
