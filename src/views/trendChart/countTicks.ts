/** Ticks from zero to at least `max`, in steps of 1, 2, 3, 4 or 5 × 10ⁿ, about `about` of them. Whole steps only for counts. */
export function countTicks(max: number, about = 4, isWhole = true): readonly number[] {
  if (!(max > 0)) return [0, isWhole ? 1 : 0.01];
  const rough = max / about;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 3, 4, 5, 10].map((times) => times * power).find((candidate) => candidate >= rough * (1 - 1e-9)) ?? rough;
  const whole = isWhole ? Math.max(1, step) : step;
  return Array.from({ length: Math.ceil(max / whole - 1e-9) + 1 }, (_, i) => Number((i * whole).toPrecision(12)));
}
