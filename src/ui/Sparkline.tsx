import classes from './Sparkline.module.css';

/**
 * Small bars, oldest first, scaled to the largest. Without a label it is decoration beside a figure that says the same.
 * `widthPx` is reserved whatever the number of values; bars keep to the right, so that the latest stand below each other.
 */
export function Sparkline({ values, label, widthPx = 60, heightPx = 16, slots = values.length }: {
  values: readonly number[];
  label?: string;
  widthPx?: number;
  heightPx?: number;
  /** Places for bars; more than there are values leaves the left ones free. */
  slots?: number;
}) {
  const max = Math.max(1, ...values);
  const stepPx = widthPx / Math.max(1, slots);
  const barPx = Math.max(1, stepPx - (stepPx > 3 ? 1 : 0));
  const offset = Math.max(0, slots - values.length);
  const path = values
    .map((value, i) => {
      if (value <= 0) return '';
      const barHeightPx = Math.max(1, (value / max) * heightPx);
      return `M${round((i + offset) * stepPx)} ${heightPx}v${-round(barHeightPx)}h${round(barPx)}V${heightPx}z`;
    })
    .join('');
  const said = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <svg className={classes.sparkline} width={widthPx} height={heightPx} {...said}>
      <line x1={0} x2={widthPx} y1={heightPx - 0.5} y2={heightPx - 0.5} className={classes.base} />
      <path d={path} className={classes.bars} />
    </svg>
  );
}

function round(px: number): number {
  return Math.round(px * 10) / 10;
}
