/** An SVG document as an image to draw on a canvas. Rejects when the browser cannot draw it. */
export function imageOfSvg(svg: string): Promise<HTMLImageElement> {
  // Not `decode`: it waits for the next frame, which a busy browser, or one whose tab was left, does not draw.
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('the picture could not be drawn'));
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  });
}

/** What browsers give a canvas at most: 16,384 px a side and 268 million in all (Chromium); a quarter of that fits into the memory of any page. */
const mostPixels = 64e6;
const longestSide = 16_384;

/** PNG of what `draw` draws on a canvas of `widthPx` × `heightPx`, at twice its size, or as large as a browser can make it. Throws when the browser cannot make it. */
export function drawnPng(widthPx: number, heightPx: number, draw: (context: CanvasRenderingContext2D) => void): Blob {
  const scale = Math.min(2, Math.sqrt(mostPixels / (widthPx * heightPx)), longestSide / Math.max(widthPx, heightPx));
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(widthPx * scale);
  canvas.height = Math.floor(heightPx * scale);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.scale(scale, scale);
  draw(context);
  // Not `toBlob`: a busy browser puts it off for seconds, after which a download no longer counts as asked for.
  const [, base64 = ''] = canvas.toDataURL('image/png').split(',');
  if (base64 === '') throw new Error('the picture could not be made');
  return new Blob([Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0))], { type: 'image/png' });
}

/** PNG of an SVG document. Rejects when the browser cannot draw it. */
export async function pngOfSvg(svg: string, widthPx: number, heightPx: number): Promise<Blob> {
  const image = await imageOfSvg(svg);
  return drawnPng(widthPx, heightPx, (context) => context.drawImage(image, 0, 0, widthPx, heightPx));
}
