/** Labels as pictures of their own: writing text with a halo takes many times as long as copying it, and labels move with every frame. */

export interface LabelLook {
  readonly font: string;
  readonly heightPx: number;
  readonly colour: string;
  /** Keeps the text legible where lines pass behind it. */
  readonly halo: string;
}

/** Kept; then all are made anew. */
const keptAtMost = 1_000;
/** Room for the halo on each side, px. */
export const HALO_PX = 3;

export class LabelSprites {
  readonly #widths = new Map<string, number>();
  readonly #pictures = new Map<string, HTMLCanvasElement>();

  /** Width of a label with its halo, px. */
  widthOf(text: string, context: CanvasRenderingContext2D, font: string): number {
    const known = this.#widths.get(text);
    if (known !== undefined) return known;
    context.font = font;
    const width = context.measureText(text).width + 2 * HALO_PX;
    this.#widths.set(text, width);
    return width;
  }

  /** Draws a label centred below a point; on whole pixels, so that it stays sharp. */
  draw(context: CanvasRenderingContext2D, text: string, look: LabelLook, x: number, top: number): void {
    const ratio = window.devicePixelRatio || 1;
    const width = Math.ceil(this.widthOf(text, context, look.font));
    const picture = this.#pictureOf(text, look, width, ratio);
    const onPixel = (at: number) => Math.round(at * ratio) / ratio;
    context.drawImage(picture, onPixel(x - width / 2), onPixel(top - HALO_PX), width, look.heightPx + 2 * HALO_PX);
  }

  #pictureOf(text: string, look: LabelLook, widthPx: number, ratio: number): HTMLCanvasElement {
    const key = [text, look.font, look.colour, look.halo, ratio].join('\t');
    const known = this.#pictures.get(key);
    if (known !== undefined) return known;
    if (this.#pictures.size >= keptAtMost) this.#pictures.clear();
    const picture = document.createElement('canvas');
    picture.width = widthPx * ratio;
    picture.height = (look.heightPx + 2 * HALO_PX) * ratio;
    const context = picture.getContext('2d');
    if (context !== null) {
      context.scale(ratio, ratio);
      context.font = look.font;
      context.textAlign = 'center';
      context.textBaseline = 'top';
      context.lineJoin = 'round';
      context.lineWidth = HALO_PX;
      context.strokeStyle = look.halo;
      context.fillStyle = look.colour;
      context.strokeText(text, widthPx / 2, HALO_PX);
      context.fillText(text, widthPx / 2, HALO_PX);
    }
    this.#pictures.set(key, picture);
    return picture;
  }
}
