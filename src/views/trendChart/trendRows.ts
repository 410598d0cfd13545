/** A trend as a chart takes it: a row per week, each series split into its full weeks and its partial stretches. */
export interface TrendLine {
  readonly key: string;
  readonly values: readonly number[];
}

export interface TrendRow {
  readonly week: string;
  readonly isPartial: boolean;
  /** `key` holds a full week's value, `key partial` a value of a stretch to or from a partial week; null breaks the line. */
  readonly [key: string]: string | number | boolean | null;
}

export const partialKey = (key: string) => `${key} partial`;

/** Partial weeks and their neighbours make the broken stretches, full weeks the unbroken line. */
export function trendRows(weeks: readonly string[], isPartial: readonly boolean[], lines: readonly TrendLine[]): readonly TrendRow[] {
  return weeks.map((week, i) => {
    const isBroken = isPartial[i] === true || isPartial[i - 1] === true || isPartial[i + 1] === true;
    const values = lines.flatMap(({ key, values }) => [
      [key, isPartial[i] ? null : values[i]!] as const,
      [partialKey(key), isBroken ? values[i]! : null] as const,
    ]);
    return { week, isPartial: isPartial[i] === true, ...Object.fromEntries(values) };
  });
}
