import type { ReactNode } from 'react';
import classes from './Toolbar.module.css';

/** A row of controls, 36 px high, in two rows where one has no room; `end` stands at the right. */
export function Toolbar({ label, children, end }: { label: string; children?: ReactNode; end?: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset cannot be laid out as a row in every browser
    <div className={classes.toolbar} role="group" aria-label={label}>
      {children}
      {end !== undefined && <div className={classes.end}>{end}</div>}
    </div>
  );
}
