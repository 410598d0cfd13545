/** Share of a part, 0–1; 0 of 0 is 0. */
export function shareOf(part: number, all: number): number {
  return all === 0 ? 0 : part / all;
}
