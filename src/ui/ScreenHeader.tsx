import type { ReactNode } from 'react';
import classes from './ScreenHeader.module.css';

/** A screen's one `h1`, what is shown of how many, and its actions. The shell focuses the heading on navigation. */
export function ScreenHeader({ title, shown, actions }: { title: ReactNode; shown?: ReactNode; actions?: ReactNode }) {
  return (
    <header className={classes.header}>
      <h1 className={classes.title} tabIndex={-1}>
        {title}
      </h1>
      <span className={classes.shown}>{shown}</span>
      {actions !== undefined && <div className={classes.actions}>{actions}</div>}
    </header>
  );
}
