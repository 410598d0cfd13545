/** Measures by name, in the order they were found. */
export class Report {
  readonly #values = new Map<string, number>();

  add(measure: string, value: number): void {
    this.#values.set(measure, Number(value.toFixed(4)));
  }

  addAll(prefix: string, values: object): void {
    for (const [name, value] of Object.entries(values)) this.add(`${prefix}.${name}`, Number(value));
  }

  /** A measure's interval: bootstrap, or the least and the most of several runs. */
  addInterval(measure: string, [low, high]: readonly [low: number, high: number]): void {
    this.add(`${measure}.low`, low);
    this.add(`${measure}.high`, high);
  }

  /** One line per measure, its interval beside it. */
  table(): string {
    const width = Math.max(...[...this.#values.keys()].map((name) => name.length));
    return [...this.#values].filter(([name]) => !/\.(low|high)$/.test(name)).map(([name, value]) => {
      const low = this.#values.get(`${name}.low`);
      const high = this.#values.get(`${name}.high`);
      const figure = Number.isInteger(value) ? String(value) : value.toFixed(4);
      return `${name.padEnd(width)}  ${figure.padStart(8)}${low === undefined || high === undefined ? '' : `   ${low.toFixed(4)} – ${high.toFixed(4)}`}`;
    }).join('\n');
  }

  measures(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#values);
  }

  json(): string {
    return JSON.stringify(this.measures());
  }
}
