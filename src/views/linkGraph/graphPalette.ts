/** The page's colours for the canvas, which knows no CSS variables. */
import { warmSteps } from '../../ui/warmScale.ts';

/** In `tokens.css`. */
const categoryCount = 6;

export interface GraphPalette {
  readonly surface: string;
  readonly ink: string;
  readonly dim: string;
  readonly mark: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly track: string;
  readonly accent: string;
  /** `--cat-0` …; kinds of thing. */
  readonly categories: readonly string[];
  /** Low to high; scores only. */
  readonly warm: readonly string[];
}

/**
 * The colours of `tokens.css` as they are now. A custom property may hold `light-dark(…)`, so each goes through the
 * computed `color` of an element inside `container`.
 */
export function readPalette(container: HTMLElement): GraphPalette {
  const probe = document.createElement('span');
  probe.hidden = true;
  container.append(probe);
  const read = (name: string) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const palette = {
    surface: read('surface'),
    ink: read('ink'),
    dim: read('dim'),
    mark: read('mark'),
    line: read('line'),
    lineStrong: read('line-strong'),
    track: read('track'),
    accent: read('accent'),
    categories: Array.from({ length: categoryCount }, (_, i) => read(`cat-${i}`)),
    warm: Array.from({ length: warmSteps }, (_, step) => read(`warm-${step}`)),
  };
  probe.remove();
  return palette;
}

/** Calls `onChange` when the page goes from light to dark or back; the answer stops it. */
export function watchScheme(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-mantine-color-scheme', 'class', 'style'] });
  const media = matchMedia('(prefers-color-scheme: dark)');
  media.addEventListener('change', onChange);
  return () => {
    observer.disconnect();
    media.removeEventListener('change', onChange);
  };
}
