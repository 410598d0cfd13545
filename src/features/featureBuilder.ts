import { ContactRows, EgoSummary, summariseEgo } from './egoSummary.ts';
import { featureDeclarations } from './featureDeclarations.ts';
import type { RecordFeatureName } from './featureNames.ts';
import type { FeaturePart } from './featurePart.ts';
import { GrowingF64, GrowingU32 } from './growingColumn.ts';

/**
 * Makes the feature table, number by number. Rows are in the order of the calls to `add`.
 */
export class FeatureBuilder {
  readonly #summary = new EgoSummary();
  readonly #contacts = new ContactRows();
  readonly #numbers = new GrowingF64();
  readonly #columns = featureDeclarations.filter(({ merge }) => merge !== 'closer').map((declaration) => ({ declaration, values: new GrowingF64() }));
  readonly #presence = { first: new GrowingU32(), last: new GrowingU32(), contacts: new GrowingU32() };
  /** Which row was seen in which device. */
  readonly #deviceKeys = new GrowingF64();
  readonly #deviceRows = new GrowingU32();
  #linkCount = 0;

  /** @param lastDatasetDay last local day of the dataset or window, for ages */
  constructor(lastDatasetDay: number) {
    this.#summary.lastDatasetDay = lastDatasetDay;
  }

  /** Adds the number whose records are [from, to), in time order (`communication.ts` has the layout). */
  add(f64: Float64Array, u32: Uint32Array, from: number, to: number, recordWords: number): void {
    const summary = this.#summary;
    summariseEgo(summary, this.#contacts, f64, u32, from, to, recordWords);
    const row = this.#numbers.length;
    this.#numbers.push(summary.ego);
    for (let i = 0; i < summary.devices; i++) {
      this.#deviceKeys.push(summary.deviceTable.keys[i]!);
      this.#deviceRows.push(row);
    }
    this.#linkCount += summary.sentTo;
    this.#presence.first.push(summary.firstS);
    this.#presence.last.push(summary.lastS);
    this.#presence.contacts.push(summary.contacts);
    for (const { declaration, values } of this.#columns) values.push(declaration.value(summary));
  }

  /** The tables of the numbers added since the last time. `joinFeatures` makes the dataset's of one or more. */
  take(): FeaturePart {
    const columns = Object.fromEntries(
      this.#columns.map(({ declaration, values }) => [declaration.name, values.take()]),
    ) as Record<RecordFeatureName, Float64Array<ArrayBuffer>>;
    const { first, last, contacts } = this.#presence;
    const linkCount = this.#linkCount;
    this.#linkCount = 0;
    return {
      numbers: this.#numbers.take(),
      columns,
      presence: { first: first.take(), last: last.take(), contacts: contacts.take() },
      deviceKeys: this.#deviceKeys.take(),
      deviceRows: this.#deviceRows.take(),
      linkCount,
    };
  }
}
