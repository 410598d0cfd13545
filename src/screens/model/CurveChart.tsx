import type { ScorecardTerm } from '../../scoring/scorecard.ts';
import classes from './ModelScreen.module.css';

const WIDTH = 160;
const HEIGHT = 40;

/** A term's shape: log-odds over the feature's values, on the scale that all share, with a line at nothing. */
export function CurveChart({ term: { knots, values }, least, most, label }: { term: ScorecardTerm; least: number; most: number; label: string }) {
  const first = knots[0] ?? 0;
  const span = Math.max(1e-9, (knots.at(-1) ?? 0) - first);
  const x = (value: number) => ((value - first) / span) * WIDTH;
  const y = (value: number) => HEIGHT - ((value - least) / Math.max(1e-9, most - least)) * HEIGHT;
  const points = knots.map((knot, i) => `${x(knot).toFixed(1)},${y(values[i]!).toFixed(1)}`).join(' ');
  return (
    <svg className={classes.curve} role="img" aria-label={label} viewBox={`-2 -2 ${WIDTH + 4} ${HEIGHT + 4}`} width={WIDTH} height={HEIGHT}>
      <line className={classes.nothing} x1={0} x2={WIDTH} y1={y(0)} y2={y(0)} />
      <polyline className={classes.line} points={points} />
    </svg>
  );
}
