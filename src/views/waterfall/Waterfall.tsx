import { defineTexts, useTexts } from '../../words/language.tsx';
import { warmScale } from '../../ui/warmScale.ts';
import { layoutWaterfall, placeOn, scoreMarks } from './waterfallLayout.ts';
import type { WaterfallBar, WaterfallLayout } from './waterfallLayout.ts';
import classes from './Waterfall.module.css';

/** One reason as the waterfall writes it. */
export interface WaterfallReason {
  readonly id: string;
  /** What was measured: "Calls per contact". */
  readonly label: string;
  /** Its value with unit: "1.1"; '' for a detector. */
  readonly figure: string;
  /** How it stands among the others: "lower than 99 % of numbers"; '' where that means nothing. */
  readonly standing: string;
  /** Log-odds. */
  readonly contribution: number;
}

const texts = defineTexts({
  reason: ['Reason', '理由'],
  value: ['Value', '数值'],
  axis: ['Score, on a log-odds scale', '评分（对数几率刻度）'],
  logOdds: ['Log-odds', '对数几率'],
  against: ['Against the holder', '对机主不利'],
  inFavour: ['For the holder', '对机主有利'],
  nothingAgainst: ['Nothing in the records speaks against the holder.', '话单中没有对机主不利的情况。'],
  nothingInFavour: ['Nothing in the records speaks for the holder.', '话单中没有对机主有利的情况。'],
  rest: ['Not explained by the source', '来源未作说明'],
  opensRecords: ['opens the records behind it', '打开相关话单记录'],
});

/** A contribution this strong takes the warmest colour: contributions are clipped to at most +3 (`MOST_CONTRIBUTION`). */
const STRONGEST = 3;

/** Only the upper half of the warm scale: the lower is too pale to be seen as a thin bar. */
function barColour(contribution: number): string {
  return warmScale(0.5 + (0.5 * contribution) / STRONGEST);
}

/**
 * How a score came about: from the base rate, each reason's contribution, to the score, in log-odds. What speaks against
 * the holder runs right in warm colours, what speaks for them runs left in grey below a line. The figures add up exactly.
 */
export function Waterfall({ base, baseLabel, end, endLabel, reasons, onOpen }: {
  /** Log-odds where it begins. */
  base: number;
  baseLabel: string;
  /** Log-odds where it ends. */
  end: number;
  endLabel: string;
  reasons: readonly WaterfallReason[];
  /** Opens the records behind a reason. */
  onOpen: (id: string) => void;
}) {
  const t = useTexts(texts);
  const layout = layoutWaterfall(base, reasons, end);
  const byId = new Map(reasons.map((reason) => [reason.id, reason]));
  const rows = (bars: readonly WaterfallBar[]) =>
    bars.map((bar) => {
      const reason = byId.get(bar.id);
      return reason === undefined ? null : (
        <li key={bar.id}>
          <ReasonRow layout={layout} bar={bar} reason={reason} hint={t.opensRecords} onOpen={onOpen} />
        </li>
      );
    });
  return (
    <div className={classes.waterfall}>
      <div className={classes.head} aria-hidden>
        <span>{t.reason}</span>
        <span>{t.value}</span>
        <span className={classes.axis}>
          <span className={classes.axisTitle}>{t.axis}</span>
          {scoreMarks(layout.domain).map((mark) => (
            <span key={mark.score} className={classes.markLabel} style={{ left: percent(placeOn(layout.domain, mark.logOdds)) }}>
              {mark.score}
            </span>
          ))}
        </span>
        <span className={classes.figure}>{t.logOdds}</span>
      </div>
      <TotalRow layout={layout} at={base} label={baseLabel} hundredths={layout.baseHundredths} />
      <h3 className={classes.side}>{t.against}</h3>
      {layout.against.length === 0 ? <p className={classes.none}>{t.nothingAgainst}</p> : <ol className={classes.rows} aria-label={t.against}>{rows(layout.against)}</ol>}
      <h3 className={`${classes.side} ${classes.line}`}>{t.inFavour}</h3>
      {layout.inFavour.length === 0 ? <p className={classes.none}>{t.nothingInFavour}</p> : <ol className={classes.rows} aria-label={t.inFavour}>{rows(layout.inFavour)}</ol>}
      {layout.restHundredths !== 0 && <TotalRow layout={layout} at={end} label={t.rest} hundredths={layout.restHundredths} />}
      <TotalRow layout={layout} at={end} label={endLabel} hundredths={layout.endHundredths} isEnd />
    </div>
  );
}

function ReasonRow({ layout, bar, reason, hint, onOpen }: {
  layout: WaterfallLayout;
  bar: WaterfallBar;
  reason: WaterfallReason;
  hint: string;
  onOpen: (id: string) => void;
}) {
  const isAgainst = reason.contribution > 0;
  const from = placeOn(layout.domain, bar.from);
  const to = placeOn(layout.domain, bar.to);
  return (
    <button type="button" className={classes.row} title={hint} data-reason={reason.id} onClick={() => onOpen(reason.id)}>
      <span className={classes.label}>{reason.label}</span>
      <span className={classes.value}>
        {reason.figure !== '' && <span className={classes.measured}>{reason.figure}</span>}
        {reason.standing !== '' && <span className={classes.standing}>{reason.standing}</span>}
      </span>
      <span className={classes.chart} aria-hidden>
        <Marks layout={layout} />
        <i className={classes.link} style={{ left: percent(from), top: 0, bottom: '50%' }} />
        <i className={classes.link} style={{ left: percent(to), top: '50%', bottom: 0 }} />
        <i
          className={classes.bar}
          data-side={isAgainst ? 'against' : 'for'}
          style={{
            left: percent(Math.min(from, to)),
            width: percent(Math.abs(to - from)),
            ...(isAgainst ? { background: barColour(reason.contribution) } : {}),
          }}
        />
      </span>
      <span className={classes.figure}>{signedHundredths(bar.hundredths)}</span>
    </button>
  );
}

function TotalRow({ layout, at, label, hundredths, isEnd = false }: { layout: WaterfallLayout; at: number; label: string; hundredths: number; isEnd?: boolean }) {
  return (
    <div className={classes.total} data-end={isEnd}>
      <span className={classes.totalLabel}>{label}</span>
      <span className={classes.chart} aria-hidden>
        <Marks layout={layout} />
        <i className={classes.point} style={{ left: percent(placeOn(layout.domain, at)) }} />
      </span>
      <span className={classes.figure}>{signedHundredths(hundredths)}</span>
    </div>
  );
}

/** Hairlines at the marked scores; the one at 50, the line between "look" and "leave", is stronger. */
function Marks({ layout }: { layout: WaterfallLayout }) {
  return scoreMarks(layout.domain).map((mark) => (
    <i key={mark.score} className={classes.mark} data-line={mark.score === 50} style={{ left: percent(placeOn(layout.domain, mark.logOdds)) }} />
  ));
}

function percent(share: number): string {
  return `${(share * 100).toFixed(3)}%`;
}

/** Log-odds in hundredths with their sign: +1.20, −0.35. Both languages write them so. */
function signedHundredths(hundredths: number): string {
  const sign = hundredths > 0 ? '+' : hundredths < 0 ? '\u2212' : '';
  return sign + (Math.abs(hundredths) / 100).toFixed(2);
}
