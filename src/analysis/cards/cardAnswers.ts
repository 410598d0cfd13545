/** Which cards were in which devices, and when. */

/** Days in a row with records, both included, `YYYY-MM-DD`. */
export interface Spell {
  readonly from: string;
  readonly to: string;
}

/** A card in a device: a number's, and its IMSI where the records name it. */
export interface CardInDevice extends Seen {
  readonly number: string;
  readonly imsi: string | null;
  /** Oldest first. Where there are very many, near ones are told as one. */
  readonly spells: readonly Spell[];
}

interface Seen {
  readonly records: number;
  readonly first: string;
  readonly last: string;
}

export interface DeviceWithCards {
  /** null where records name the card and no device. */
  readonly imei: string | null;
  /** Numbers that used it, this one among them. */
  readonly users: number;
  /** The number's own first, then others by their first record in it: those nearest in time to it where there are many. */
  readonly cards: readonly CardInDevice[];
}

export const cardChangeKinds = ['card', 'device', 'both'] as const;

/** From one record of the number to its next: another card (IMSI), another device, or both. */
export interface CardChange {
  readonly kind: (typeof cardChangeKinds)[number];
  /** Of the first record after it. */
  readonly at: string;
  readonly from: { readonly imei: string; readonly imsi: string | null };
  readonly to: { readonly imei: string; readonly imsi: string | null };
}

/** Devices and cards of a number over time. */
export interface CardsInDevices {
  /** Most used first, at most 12 of `deviceCount`; behind them what was seen of cards where no device is named. */
  readonly devices: readonly DeviceWithCards[];
  readonly deviceCount: number;
  /** Distinct IMSIs of the number. */
  readonly imsiCount: number;
  /** Oldest first; the first of `changeCount`. */
  readonly changes: readonly CardChange[];
  readonly changeCount: number;
}
