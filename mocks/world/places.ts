/** Cells of the region, in the order of a line through it: neighbours in number are neighbours on the ground. */

export const NO_CELL = -1;
const SECTORS_PER_SITE = 3;
const SITES_PER_AREA = 8;

export class Places {
  readonly count: number;

  /** @param count cells of the region */
  constructor(count: number) {
    this.count = count;
  }

  /** As the operator writes it: tracking area, then cell identity (site × 256 + sector, 3GPP TS 36.413). */
  text(cell: number): string {
    if (cell === NO_CELL) return '';
    const site = Math.floor(cell / SECTORS_PER_SITE);
    return `${24_576 + Math.floor(site / SITES_PER_AREA)}-${(104_200 + site * 3) * 256 + (cell % SECTORS_PER_SITE) + 1}`;
  }

  /** The cell `steps` away, staying within the region. */
  near(cell: number, steps: number): number {
    return (((cell + steps) % this.count) + this.count) % this.count;
  }
}
