import { Fragment } from 'react';
import classes from './Kbd.module.css';

const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);
const signs: Readonly<Record<string, string>> = {
  mod: isMac ? '⌘' : 'Ctrl', Shift: isMac ? '⇧' : 'Shift', Alt: isMac ? '⌥' : 'Alt',
  ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Escape: 'Esc',
};

/** Keys as `Shortcut.keys` writes them, shown as keys: a plus between those held together, none in a sequence. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className={classes.keys}>
      {keys.split(' ').map((chord, i) => (
        // oxlint-disable-next-line react/no-array-index-key -- a sequence may repeat a key
        <Fragment key={i}>
          {(chord === '+' ? [chord] : chord.split('+')).map((key, at) => (
            <Fragment key={key}>
              {at > 0 && <span className={classes.plus}>+</span>}
              <kbd className={classes.key}>{signs[key] ?? (key.length === 1 && chord.includes('mod') ? key.toUpperCase() : key)}</kbd>
            </Fragment>
          ))}
        </Fragment>
      ))}
    </span>
  );
}
