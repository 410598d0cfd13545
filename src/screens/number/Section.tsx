import type { ReactNode } from 'react';
import classes from './Section.module.css';
import type { DossierPart } from './evidencePlace.ts';

/** A part of the dossier under its heading. `aside` stands at the right of the heading. `minHeightPx` is reserved while it loads. */
export function Section({ part, title, aside, note, minHeightPx, isWide = false, children }: {
  part: DossierPart;
  title: string;
  aside?: ReactNode;
  note?: ReactNode;
  minHeightPx?: number;
  /** Takes the whole width where others stand two abreast. */
  isWide?: boolean;
  children: ReactNode;
}) {
  const id = headingId(part);
  return (
    <section className={classes.section} data-wide={isWide} aria-labelledby={id} style={minHeightPx === undefined ? undefined : { minHeight: minHeightPx }}>
      <div className={classes.head}>
        <h2 id={id} tabIndex={-1} className={classes.title}>
          {title}
        </h2>
        {aside !== undefined && <div className={classes.aside}>{aside}</div>}
      </div>
      {note !== undefined && <p className={classes.note}>{note}</p>}
      {children}
    </section>
  );
}

function headingId(part: DossierPart): string {
  return `dossier-${part}`;
}

/** Scrolls to a part and puts the focus on its heading, so that keyboard and screen reader go on from there. */
export function goToPart(part: DossierPart): void {
  const heading = document.getElementById(headingId(part));
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}

/** Longer than this nobody waits for parts to fill. */
const stayMs = 3_000;

/** Goes to a part and stays there while the parts around it fill, until the reader moves. The answer stops it. */
export function stayAtPart(part: DossierPart): () => void {
  goToPart(part);
  const heading = document.getElementById(headingId(part));
  const filling = heading?.closest('section')?.parentElement;
  if (heading === null || !filling) return () => undefined;
  const observer = new ResizeObserver(() => heading.scrollIntoView({ block: 'start' }));
  const events = ['keydown', 'pointerdown', 'wheel'] as const;
  const stop = () => {
    observer.disconnect();
    clearTimeout(timer);
    for (const name of events) window.removeEventListener(name, stop, true);
  };
  const timer = setTimeout(stop, stayMs);
  observer.observe(filling);
  for (const name of events) window.addEventListener(name, stop, true);
  return stop;
}
