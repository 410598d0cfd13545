/** The marks of the link graph as the legend shows them. */
import type { ReactNode } from 'react';
import type { ThingKind } from '../../analysis/things/thing.ts';
import { warmScale } from '../../ui/warmScale.ts';
import type { ScoreBand } from './linkGraphModel.ts';
import classes from './LinkGraphLegend.module.css';
import { polygonText, thingColours } from './nodeShapes.ts';

export const bandMarks: Readonly<Record<ScoreBand, ReactNode>> = {
  high: <Disc share={0.95} />,
  suspect: <Disc share={0.7} />,
  low: <Disc share={0.25} />,
  unscored: <Disc isUnscored />,
};

export function Line({ mark, children }: { mark: ReactNode; children: ReactNode }) {
  return (
    <li>
      <Mark>{mark}</Mark>
      <span>{children}</span>
    </li>
  );
}

export function Mark({ children }: { children: ReactNode }) {
  return (
    <span className={classes.mark} aria-hidden>
      {children}
    </span>
  );
}

/** A node as `graphStyle` draws it. */
export function Disc({ isOpen = false, isUnscored = false, share = 0 }: { isOpen?: boolean; isUnscored?: boolean; share?: number }) {
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

export function Gathered() {
  return (
    <svg width={22} height={22} viewBox="0 0 22 22">
      <circle cx={11} cy={11} r={7} className={classes.disc} />
      <circle cx={11} cy={11} r={10} className={classes.ring} />
    </svg>
  );
}

export function Sizes() {
  return (
    <svg width={24} height={18} viewBox="0 0 24 18">
      <circle cx={4} cy={9} r={3} className={classes.disc} />
      <circle cx={16} cy={9} r={7} className={classes.disc} />
    </svg>
  );
}

export function Widths() {
  return (
    <svg width={24} height={12} viewBox="0 0 24 12">
      <line x1={0} x2={24} y1={2} y2={2} className={classes.line} strokeWidth={1} />
      <line x1={0} x2={24} y1={8} y2={8} className={classes.line} strokeWidth={4} />
    </svg>
  );
}

export function Arrow() {
  return (
    <svg width={24} height={12} viewBox="0 0 24 12">
      <line x1={0} x2={18} y1={6} y2={6} className={classes.line} strokeWidth={1.5} />
      <path d="M24 6l-8-4v8z" className={classes.head} />
    </svg>
  );
}

export function Marked() {
  return (
    <svg width={18} height={18} viewBox="0 0 18 18">
      <circle cx={9} cy={9} r={5} className={classes.disc} />
      <circle cx={9} cy={9} r={8} className={classes.marked} strokeDasharray="3 2" />
    </svg>
  );
}

export function Pin() {
  return (
    <svg width={12} height={14} viewBox="0 0 12 14">
      <path d="M6 13L2.5 7a4 4 0 1 1 7 0z" className={classes.head} />
    </svg>
  );
}

/** A thing of its kind; opened where it is filled. */
export function ThingShape({ kind }: { kind: ThingKind }) {
  return (
    <svg width={18} height={18} viewBox="0 0 18 18">
      <polygon points={polygonText(kind, { x: 9, y: 9 }, 8)} className={classes.thing} stroke={`var(--cat-${thingColours[kind]})`} />
    </svg>
  );
}

export function Tie() {
  return (
    <svg width={24} height={12} viewBox="0 0 24 12">
      <line x1={0} x2={24} y1={6} y2={6} className={classes.line} strokeWidth={1.5} strokeDasharray="3 3" />
    </svg>
  );
}
