import { ContactRows, EgoSummary, summariseEgo } from './egoSummary.ts';
import { featureDeclarations } from './featureDeclarations.ts';
import type { FeatureName } from './featureNames.ts';
import type { FeaturePart } from './featurePart.ts';
import { GrowingF64, GrowingU32 } from './growingColumn.ts';

/**
 * Makes the feature and contact tables, number by number. Rows are in the order of the calls to `add`.
 */
export class FeatureBuilder {
  readonly #summary = new EgoSummary();
  readonly #contacts = new ContactRows();
  readonly #numbers = new GrowingF64();
  readonly #columns = featureDeclarations.map((declaration) => ({ declaration, values: new GrowingF64() }));
  readonly #start = new GrowingU32();
  readonly #other = new GrowingF64();
  readonly #contactColumns = {
    callsOut: new GrowingU32(), callsIn: new GrowingU32(), textsOut: new GrowingU32(), textsIn: new GrowingU32(),
    secondsOut: new GrowingU32(), secondsIn: new GrowingU32(), first: new GrowingU32(), last: new GrowingU32(),
  };
  /** Which row was seen in which device. */
  readonly #deviceKeys = new GrowingF64();
  readonly #deviceRows = new GrowingU32();
  #linkCount = 0;

  /** @param lastDatasetDay last local day of the dataset or window, for ages */
  constructor(lastDatasetDay: number) {
    this.#summary.lastDatasetDay = lastDatasetDay;
    this.#start.push(0);
  }

  /** Adds the number whose records are [from, to), in time order (`communication.ts` has the layout). */
  add(f64: Float64Array, u32: Uint32Array, from: number, to: number, recordWords: number): void {
    const summary = this.#summary;
    const rows = this.#contacts;
    summariseEgo(summary, rows, f64, u32, from, to, recordWords);
    const row = this.#numbers.length;
    this.#numbers.push(summary.ego);
    const { devices } = summary;
    for (let i = 0; i < devices.count; i++) {
      this.#deviceKeys.push(devices.keys[i]!);
      this.#deviceRows.push(row);
    }
    // Contacts first: some features reorder the summary's scratch arrays, none the contacts.
    const count = summary.contacts;
    this.#linkCount += summary.sentTo;
    this.#other.append(rows.ids.keys, count);
    const columns = this.#contactColumns;
    columns.callsOut.append(rows.callsOut, count);
    columns.callsIn.append(rows.callsIn, count);
    columns.textsOut.append(rows.textsOut, count);
    columns.textsIn.append(rows.textsIn, count);
    columns.secondsOut.append(rows.secondsOut, count);
    columns.secondsIn.append(rows.secondsIn, count);
    columns.first.append(rows.first, count);
    columns.last.append(rows.last, count);
    this.#start.push(this.#other.length);
    for (const { declaration, values } of this.#columns) values.push(declaration.value(summary));
  }

  /** The tables of the numbers added. `joinFeatures` makes the dataset's of one or more. */
  finish(): FeaturePart {
    const columns = Object.fromEntries(
      this.#columns.map(({ declaration, values }) => [declaration.name, values.finish()]),
    ) as Record<FeatureName, Float64Array<ArrayBuffer>>;
    const contacts = this.#contactColumns;
    return {
      numbers: this.#numbers.finish(),
      columns,
      contacts: {
        start: this.#start.finish(),
        other: this.#other.finish(),
        callsOut: contacts.callsOut.finish(),
        callsIn: contacts.callsIn.finish(),
        textsOut: contacts.textsOut.finish(),
        textsIn: contacts.textsIn.finish(),
        secondsOut: contacts.secondsOut.finish(),
        secondsIn: contacts.secondsIn.finish(),
        first: contacts.first.finish(),
        last: contacts.last.finish(),
      },
      deviceKeys: this.#deviceKeys.finish(),
      deviceRows: this.#deviceRows.finish(),
      linkCount: this.#linkCount,
    };
  }
}
