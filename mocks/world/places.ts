/**
 * Cells of the region, in the order of a line through it: neighbours in number are neighbours on the ground. After them come
 * the cells at the border, a few for each place where compounds stand, and last the gateway of a satellite link.
 */

export const NO_CELL = -1;
const SECTORS_PER_SITE = 3;
const SITES_PER_AREA = 8;
/** Cells that serve one border place. */
const CELLS_PER_BORDER_PLACE = 6;

interface Town {
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
}

const towns: readonly Town[] = [
  { name: '四川成都', latitude: 30.66, longitude: 104.06 }, { name: '四川德阳', latitude: 31.13, longitude: 104.4 },
  { name: '四川绵阳', latitude: 31.47, longitude: 104.68 }, { name: '四川广元', latitude: 32.44, longitude: 105.84 },
];
/** Places at the border, each beside a compound on the other side. */
const borderTowns: readonly (Town & { readonly country: string })[] = [
  { name: '云南瑞丽', latitude: 24.01, longitude: 97.85, country: 'MM' }, { name: '云南镇康', latitude: 23.76, longitude: 98.83, country: 'MM' },
  { name: '云南孟连', latitude: 22.33, longitude: 99.58, country: 'MM' }, { name: '云南打洛', latitude: 21.69, longitude: 100.04, country: 'MM' },
];

/** A site as the operator lists it. */
export interface CellSite {
  readonly cell: string;
  /** Degrees; null for a link without a place. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly place: string;
  /** ISO 3166. */
  readonly country: string;
}

export class Places {
  /** Cells of the region, without those at the border. */
  readonly count: number;
  readonly borderPlaces = borderTowns.length;
  readonly satellite: number;
  readonly #texts: string[];

  /** @param count cells of the region */
  constructor(count: number) {
    this.count = count;
    this.satellite = count + this.borderPlaces * CELLS_PER_BORDER_PLACE;
    this.#texts = Array.from({ length: this.satellite + 1 }, (_, cell) => this.#write(cell));
  }

  /** As the operator writes it: tracking area, then cell identity (site × 256 + sector, 3GPP TS 36.413). */
  text(cell: number): string {
    return cell === NO_CELL ? '' : this.#texts[cell]!;
  }

  /** The cell `steps` away, staying within the region or the border place. */
  near(cell: number, steps: number): number {
    if (cell < this.count) return (((cell + steps) % this.count) + this.count) % this.count;
    const first = this.borderCell(this.borderPlaceOf(cell), 0);
    return first + ((((cell - first + steps) % CELLS_PER_BORDER_PLACE) + CELLS_PER_BORDER_PLACE) % CELLS_PER_BORDER_PLACE);
  }

  isBorder(cell: number): boolean {
    return cell >= this.count && cell < this.satellite;
  }

  borderPlaceOf(cell: number): number {
    return Math.floor((cell - this.count) / CELLS_PER_BORDER_PLACE);
  }

  borderCell(place: number, index: number): number {
    return this.count + place * CELLS_PER_BORDER_PLACE + index;
  }

  borderName(place: number): string {
    return borderTowns[place]!.name;
  }

  site(cell: number): CellSite {
    if (cell === this.satellite) return { cell: this.text(cell), latitude: null, longitude: null, place: '卫星关口站', country: '' };
    if (this.isBorder(cell)) {
      const town = borderTowns[this.borderPlaceOf(cell)]!;
      const step = (cell - this.count) % CELLS_PER_BORDER_PLACE;
      return this.#at(cell, town.latitude + 0.004 * step, town.longitude - 0.003 * step, town.name, step < CELLS_PER_BORDER_PLACE / 2 ? town.country : 'CN');
    }
    // Sites stand along the line from town to town; the sectors of one share its coordinates.
    const along = (Math.floor(cell / SECTORS_PER_SITE) * SECTORS_PER_SITE * (towns.length - 1)) / this.count;
    const from = towns[Math.floor(along)]!;
    const to = towns[Math.min(towns.length - 1, Math.floor(along) + 1)]!;
    const share = along % 1;
    return this.#at(
      cell, from.latitude + share * (to.latitude - from.latitude), from.longitude + share * (to.longitude - from.longitude),
      (share < 0.5 ? from : to).name, 'CN',
    );
  }

  #at(cell: number, latitude: number, longitude: number, place: string, country: string): CellSite {
    return { cell: this.text(cell), latitude: Number(latitude.toFixed(5)), longitude: Number(longitude.toFixed(5)), place, country };
  }

  #write(cell: number): string {
    const site = Math.floor(cell / SECTORS_PER_SITE);
    return `${24_576 + Math.floor(site / SITES_PER_AREA)}-${(104_200 + site * 3) * 256 + (cell % SECTORS_PER_SITE) + 1}`;
  }
}
