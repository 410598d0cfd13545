/** The frames around the numbers of opened communities, on the screen and in the saved picture alike. */
import type { Point } from './arrangement.ts';
import type { GraphCommunity } from './linkGraphModel.ts';

export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** From the centre of an outer number to the frame, px: its label stays within. */
export const frameReach = { side: 52, above: 28, below: 44 } as const;
export const frameDash = [2, 3] as const;
export const frameRadiusPx = 4;

/** @param placeOf where a number is drawn, px; undefined for one that is not */
export function communityFrames(communities: readonly GraphCommunity[], placeOf: (number: string) => Point | undefined): readonly Frame[] {
  return communities.flatMap(({ members, isOpen }) => {
    const places = isOpen ? members.flatMap((number) => placeOf(number) ?? []) : [];
    if (places.length < 2) return [];
    const x = places.map((place) => place.x);
    const y = places.map((place) => place.y);
    const left = Math.min(...x) - frameReach.side;
    const top = Math.min(...y) - frameReach.above;
    return [{ left, top, width: Math.max(...x) + frameReach.side - left, height: Math.max(...y) + frameReach.below - top }];
  });
}
