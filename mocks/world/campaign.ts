/** What the police or a government does during the world, and what it does to the numbers it meets. */
import type { Gang } from './gang.ts';
import type { Member } from './member.ts';
import type { Places } from './places.ts';

export type InterventionKind = 'networkCut' | 'powerCut' | 'cardBlock' | 'raid';

export interface Intervention {
  readonly kind: InterventionKind;
  /** Day of the world, and the second of it. */
  readonly day: number;
  readonly second: number;
  /** Of a cut: the border place; otherwise null. */
  readonly borderPlace: number | null;
  /** Of a raid, known once it is clear whom it meets. */
  place: string;
  readonly gangs: Set<Gang>;
  readonly numbers: Member[];
}

/** Shares of the world's days at which something is done; a world shorter than this many days is left in peace. */
const SHORTEST_WORLD = 14;
/** Border cells are dark for this many days after a network cut. */
const DARK_DAYS = 5;

export class Campaign {
  readonly interventions: readonly Intervention[];
  readonly #places: Places;

  constructor(days: number, places: Places) {
    this.#places = places;
    const at = (kind: InterventionKind, share: number, second: number, borderPlace: number | null = null): Intervention => ({
      kind, day: Math.round(share * days), second, borderPlace, place: borderPlace === null ? '四川' : places.borderName(borderPlace), gangs: new Set(), numbers: [],
    });
    this.interventions = days < SHORTEST_WORLD ? [] : [
      at('networkCut', 0.42, 36_000, 0), at('cardBlock', 0.5, 32_400), at('powerCut', 0.58, 43_200, 1), at('cardBlock', 0.7, 32_400), at('raid', 0.8, 18_000),
    ];
  }

  first(kind: InterventionKind): Intervention | null {
    return this.interventions.find((each) => each.kind === kind) ?? null;
  }

  /** The cut of a kind that meets a border place, if any. */
  cutOf(kind: 'networkCut' | 'powerCut', borderPlace: number): Intervention | null {
    return this.interventions.find((each) => each.kind === kind && each.borderPlace === borderPlace) ?? null;
  }

  /** Whether a cell is without network. */
  isDark(cell: number, day: number, second: number): boolean {
    if (!this.#places.isBorder(cell)) return false;
    const cut = this.cutOf('networkCut', this.#places.borderPlaceOf(cell));
    if (cut === null || day < cut.day || day >= cut.day + DARK_DAYS) return false;
    return day > cut.day || second >= cut.second;
  }
}
