/**
 * Places of labels that want to stand at `wanted` (px, any order) but need `gap` px each: as near as that allows, within
 * [min, max], in the order of what they label. When there is not room for all, they are spread evenly.
 */
export function spreadLabels(wanted: readonly number[], gap: number, min: number, max: number): readonly number[] {
  const order = wanted.map((_, i) => i).sort((one, other) => wanted[one]! - wanted[other]! || one - other);
  const room = (max - min) / Math.max(1, wanted.length - 1);
  const apart = Math.min(gap, room);
  const placed = wanted.map(() => 0);
  let floor = min;
  order.forEach((i, place) => {
    // What still has to follow needs its room too.
    const ceiling = max - (order.length - 1 - place) * apart;
    placed[i] = Math.min(ceiling, Math.max(floor, wanted[i]!));
    floor = placed[i] + apart;
  });
  return placed;
}
