import { Button, Checkbox, NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { warmScale } from '../../ui/warmScale.ts';
import { useFormat } from '../../words/format.ts';
import { useTexts } from '../../words/language.tsx';
import type { SizeMeasure } from './centrality.ts';
import { sizeMeasures } from './centrality.ts';
import type { LinkGraph, ScoreBand } from './linkGraphModel.ts';
import { scoreBands } from './linkGraphModel.ts';
import classes from './LinkGraphLegend.module.css';
import { linkGraphTexts } from './linkGraphTexts.ts';
import { measureText, sizeRange } from './nodeSizes.ts';

/** The usual choices, and whatever a link asked for. */
function minChoices(current: number): readonly number[] {
  return [...new Set([1, 2, 3, 5, 10, 20, 50, 100, current])].sort((one, other) => one - other);
}

/** What the marks mean, and the filters that belong to them. Counts are of all that was answered, filtered or not. */
export function LinkGraphLegend({ graph, bandsOff, minRecords, hidden, measure, isMeasured, onToggleBand, onMinRecords, onShowHidden, onMeasure }: {
  graph: LinkGraph;
  bandsOff: readonly ScoreBand[];
  minRecords: number;
  /** Numbers hidden by hand. */
  hidden: number;
  /** What the size of a node stands for. */
  measure: SizeMeasure;
  /** The sizes shown are of that measure; otherwise they are being found. */
  isMeasured: boolean;
  onToggleBand: (band: ScoreBand) => void;
  onMinRecords: (records: number) => void;
  onShowHidden: () => void;
  onMeasure: (measure: SizeMeasure) => void;
}) {
  const t = useTexts(linkGraphTexts);
  const format = useFormat();
  const range = isMeasured ? sizeRange(graph) : null;
  const of = (text: string) => (measure === 'betweenness' ? t.ofPaths(text) : measure === 'pageRank' ? t.ofWalk(text) : text);
  return (
    <section className={classes.legend} aria-label={t.legend}>
      <fieldset className={classes.group}>
        <legend>{t.showScores}</legend>
        {scoreBands.map((band) => (
          <Checkbox
            key={band}
            size="xs"
            checked={!bandsOff.includes(band)}
            onChange={() => onToggleBand(band)}
            label={
              <span className={classes.band}>
                <Mark>{bandMarks[band]}</Mark>
                {t[band]}
                <span className={classes.count}>{format.count(graph.bandCounts[band])}</span>
              </span>
            }
          />
        ))}
      </fieldset>
      <NativeSelect
        label={t.minRecords}
        classNames={{ label: classes.fieldLabel ?? '' }}
        size="xs"
        value={String(minRecords)}
        data={minChoices(minRecords).map(String)}
        onChange={(event) => onMinRecords(Number(event.currentTarget.value))}
      />
      <div>
        <NativeSelect
          label={t.sizeBy}
          classNames={{ label: classes.fieldLabel ?? '' }}
          size="xs"
          value={measure}
          data={sizeMeasures.map((value) => ({ value, label: t[value] }))}
          onChange={({ currentTarget: { value } }) => onMeasure(sizeMeasures.find((known) => known === value) ?? 'contacts')}
        />
        <p className={classes.range}>
          <Mark><Sizes /></Mark>
          {range === null ? (isMeasured ? t.allGathered : t.measuring) : of(t.sizeRange(measureText(measure, range.least, format), measureText(measure, range.most, format)))}
        </p>
      </div>
      <p className={classes.left}>
        {t.filtered(format.count(Math.max(0, graph.filtered - hidden)))}
        <br />
        {t.hidden(format.count(hidden))}
        {hidden > 0 && (
          <Button size="compact-xs" variant="subtle" onClick={onShowHidden}>
            {t.showHidden}
          </Button>
        )}
      </p>
      <h2 className={classes.heading}>{t.marks}</h2>
      <ul className={classes.marks}>
        <Line mark={<Disc isOpen />}>{t.openMark}</Line>
        <Line mark={<Disc />}>{t.closedMark}</Line>
        <Line mark={<Disc share={0.7} />}>{t.ringMark}</Line>
        <Line mark={<Disc isUnscored />}>{t.unscoredMark}</Line>
        <Line mark={<span className={classes.badge}>+34</span>}>{t.badgeMark}</Line>
        <Line mark={<Marked />}>{t.markedMark}</Line>
        {graph.communities.length > 0 && <Line mark={<Gathered />}>{t.communityMark}</Line>}
        <Line mark={<Pin />}>{t.pinMark}</Line>
        <Line mark={<Widths />}>{t.lineMark}</Line>
        <Line mark={<Arrow />}>{t.arrowMark}</Line>
      </ul>
    </section>
  );
}

const bandMarks: Readonly<Record<ScoreBand, ReactNode>> = {
  high: <Disc share={0.95} />,
  suspect: <Disc share={0.7} />,
  low: <Disc share={0.25} />,
  unscored: <Disc isUnscored />,
};

function Line({ mark, children }: { mark: ReactNode; children: ReactNode }) {
  return (
    <li>
      <Mark>{mark}</Mark>
      <span>{children}</span>
    </li>
  );
}

function Mark({ children }: { children: ReactNode }) {
  return (
    <span className={classes.mark} aria-hidden>
      {children}
    </span>
  );
}

/** A node as `graphStyle` draws it. */
function Disc({ isOpen = false, isUnscored = false, share = 0 }: { isOpen?: boolean; isUnscored?: boolean; share?: number }) {
  const around = 2 * Math.PI * 5.5;
  return (
    <svg width={18} height={18} viewBox="0 0 18 18">
      <circle cx={9} cy={9} r={7} className={isOpen ? classes.open : classes.disc} strokeDasharray={isUnscored ? '3 2' : undefined} />
      {share > 0 && (
        <circle cx={9} cy={9} r={5.5} fill="none" stroke={warmScale(share)} strokeWidth={3} strokeDasharray={`${around * share} ${around}`} transform="rotate(-90 9 9)" />
      )}
    </svg>
  );
}

function Gathered() {
  return (
    <svg width={22} height={22} viewBox="0 0 22 22">
      <circle cx={11} cy={11} r={7} className={classes.disc} />
      <circle cx={11} cy={11} r={10} className={classes.ring} />
    </svg>
  );
}

function Sizes() {
  return (
    <svg width={24} height={18} viewBox="0 0 24 18">
      <circle cx={4} cy={9} r={3} className={classes.disc} />
      <circle cx={16} cy={9} r={7} className={classes.disc} />
    </svg>
  );
}

function Widths() {
  return (
    <svg width={24} height={12} viewBox="0 0 24 12">
      <line x1={0} x2={24} y1={2} y2={2} className={classes.line} strokeWidth={1} />
      <line x1={0} x2={24} y1={8} y2={8} className={classes.line} strokeWidth={4} />
    </svg>
  );
}

function Arrow() {
  return (
    <svg width={24} height={12} viewBox="0 0 24 12">
      <line x1={0} x2={18} y1={6} y2={6} className={classes.line} strokeWidth={1.5} />
      <path d="M24 6l-8-4v8z" className={classes.head} />
    </svg>
  );
}

function Marked() {
  return (
    <svg width={18} height={18} viewBox="0 0 18 18">
      <circle cx={9} cy={9} r={5} className={classes.disc} />
      <circle cx={9} cy={9} r={8} className={classes.marked} strokeDasharray="3 2" />
    </svg>
  );
}

function Pin() {
  return (
    <svg width={12} height={14} viewBox="0 0 12 14">
      <path d="M6 13L2.5 7a4 4 0 1 1 7 0z" className={classes.head} />
    </svg>
  );
}
