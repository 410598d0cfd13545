/** What money moved around the calls of a number. */

export interface MoneyQuery {
  readonly number: string;
  /** Minutes between a call and a transfer, 1–10,080. */
  readonly withinMinutes: number;
}

/** One end of a transfer; null where the records do not say. */
export interface MoneyEnd {
  readonly card: string | null;
  readonly number: string | null;
  readonly holder: string | null;
}

/** A transfer with the conversation of the number next to it. */
export interface MoneyMove {
  readonly at: string;
  readonly amount: number;
  readonly from: MoneyEnd;
  readonly to: MoneyEnd;
  /** Whose money it is: the number's own, or that of whom it spoke with. */
  readonly party: string;
  readonly call: {
    readonly at: string;
    readonly other: string;
    readonly isOut: boolean;
    readonly durationS: number | null;
    /** From the beginning of the call to the transfer; below 0 when the call came after it. */
    readonly secondsBefore: number;
  };
  readonly file: string;
  readonly line: number;
}

/** How many transfers lie beside a call, and how many would by chance: were they made at the same hour of other days. */
export interface FoundMoney {
  readonly transfers: number;
  readonly amount: number;
  readonly expected: number;
}

export interface MoneyAroundCalls {
  /** After a call, and before one. */
  readonly after: FoundMoney;
  readonly before: FoundMoney;
  /** Contacts of whom any transfer is known, and transfers of theirs and the number's own that were looked at. */
  readonly contacts: number;
  readonly transfers: number;
  /** Largest first; the first of `after` and `before` together. */
  readonly rows: readonly MoneyMove[];
}
