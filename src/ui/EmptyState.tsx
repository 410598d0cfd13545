import type { ReactNode } from 'react';
import classes from './states.module.css';

/** Why there is nothing here, and the one action that helps. `action` is a button or a link. */
export function EmptyState({ text, action }: { text: string; action?: ReactNode }) {
  return (
    <div className={classes.state}>
      <p className={classes.text}>{text}</p>
      {action !== undefined && <div className={classes.actions}>{action}</div>}
    </div>
  );
}
