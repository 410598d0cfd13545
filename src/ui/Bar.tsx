import classes from './Bar.module.css';
import { warmScale } from './warmScale.ts';

/**
 * A share of a whole as a horizontal bar; always beside its figure, so it says nothing by itself. `tone="score"` takes
 * the warm scale, which nothing but scores may use.
 */
export function Bar({ share, widthPx = 64, tone = 'plain' }: { share: number; widthPx?: number; tone?: 'plain' | 'score' }) {
  const within = Math.min(1, Math.max(0, share));
  return (
    <span className={classes.track} style={{ width: widthPx }} aria-hidden>
      <span className={classes.fill} style={{ width: `${within * 100}%`, background: tone === 'score' ? warmScale(within) : 'var(--mark)' }} />
    </span>
  );
}
