/** A drawn chart as a picture to paste into a report. */
import { drawnPng, imageOfSvg } from '../../ui/picture.ts';

/** Colours and fonts come from style sheets that a picture does not carry along. */
const carried = ['fill', 'fill-opacity', 'stroke', 'stroke-opacity', 'stroke-width', 'stroke-dasharray', 'font-family', 'font-size', 'font-weight', 'text-anchor', 'opacity'] as const;

/**
 * PNG of the first SVG inside `frame`, at twice its size on a background of `background` (CSS colour), with `title` above.
 * Rejects when the browser cannot draw it.
 */
export async function chartPng(frame: HTMLElement, title: string, background: string): Promise<Blob> {
  const drawn = await drawnIn(frame);
  const { width, height } = drawn.getBoundingClientRect();
  const image = await imageOfSvg(standalone(drawn, width, height));
  const titlePx = 32;
  return drawnPng(width, height + titlePx, (context) => {
    context.fillStyle = background;
    context.fillRect(0, 0, width, height + titlePx);
    context.fillStyle = getComputedStyle(frame).color;
    context.font = `600 15px ${getComputedStyle(document.body).fontFamily}`;
    context.textBaseline = 'middle';
    context.fillText(title, 8, titlePx / 2, width - 16);
    context.drawImage(image, 0, titlePx, width, height);
  });
}

/** How long a chart may take to be drawn once its frame is there: it waits for its size. Assumed to be enough. */
const drawnWithinMs = 3_000;

async function drawnIn(frame: HTMLElement): Promise<SVGSVGElement> {
  for (const startMs = performance.now(); performance.now() - startMs < drawnWithinMs;) {
    const drawn = frame.querySelector('svg');
    if (drawn !== null && drawn.getBoundingClientRect().width > 0) return drawn;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('no chart is drawn');
}

function standalone(drawn: SVGSVGElement, width: number, height: number): string {
  const copy = drawn.cloneNode(true) as SVGSVGElement;
  const from = [drawn, ...drawn.querySelectorAll('*')];
  const to = [copy, ...copy.querySelectorAll('*')];
  from.forEach((element, i) => {
    const style = getComputedStyle(element);
    const target = to[i] as SVGElement;
    for (const name of carried) target.style.setProperty(name, style.getPropertyValue(name));
  });
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return new XMLSerializer().serializeToString(copy);
}
