import { Button } from '@mantine/core';
import { thingOf } from '../../views/linkGraph/graphThings.ts';
import { useFormat } from '../../words/format.ts';
import { useTexts } from '../../words/language.tsx';
import { openAtMost } from './networkSearch.ts';
import classes from './NetworkScreen.module.css';
import { networkTexts } from './networkTexts.ts';

/** What stands in the way of the graph that was asked for, and what to do about it. Has no height otherwise. */
export function NetworkMessages({ unknown, markedElsewhere, room, isFull, layoutError, measureError, onRemoveUnknown, onShowMarked, onArrange }: {
  unknown: readonly string[];
  /** How many marked numbers are not among those shown. */
  markedElsewhere: number;
  /** How many more can be shown. */
  room: number;
  /** As many numbers are opened as may be. */
  isFull: boolean;
  layoutError: Error | null;
  measureError: Error | null;
  onRemoveUnknown: (numbers: readonly string[]) => void;
  onShowMarked: () => void;
  onArrange: () => void;
}) {
  const t = useTexts(networkTexts);
  const format = useFormat();
  return (
    <output>
      {unknown.length > 0 && (
        <span className={classes.message}>
          {t.unknown(format.list(unknown.map((id) => thingOf(id)?.name ?? format.phone(id))))}
          <Button size="compact-xs" variant="default" onClick={() => onRemoveUnknown(unknown)}>
            {t.removeUnknown}
          </Button>
        </span>
      )}
      {markedElsewhere > 0 && (
        <span className={classes.message}>
          {t.markedElsewhere(markedElsewhere, format.count(markedElsewhere))}
          {room > 0 && (
            <Button size="compact-xs" variant="default" onClick={onShowMarked}>
              {markedElsewhere > room ? t.showSomeMarked(format.count(room)) : t.showMarked}
            </Button>
          )}
        </span>
      )}
      {isFull && <span className={classes.message}>{t.full(format.count(openAtMost))}</span>}
      {layoutError !== null && (
        <span className={classes.message} title={layoutError.message}>
          {t.layoutFailed}
          <Button size="compact-xs" variant="default" onClick={onArrange}>
            {t.retry}
          </Button>
        </span>
      )}
      {measureError !== null && (
        <span className={classes.message} title={measureError.message}>
          {t.measureFailed}
        </span>
      )}
    </output>
  );
}
