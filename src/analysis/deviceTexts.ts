/** IMEI without its check digit, and IMSI, as records keep them (`communication.ts`, words 4 and 5). */
const DEVICE_DIGITS = 14;
const CARD_DIGITS = 15;

/** The IMEI's first 14 digits (it has leading zeros); null for 0, which marks none. */
export function deviceText(key: number): string | null {
  return key === 0 ? null : String(key).padStart(DEVICE_DIGITS, '0');
}

export function cardText(key: number): string | null {
  return key === 0 ? null : String(key).padStart(CARD_DIGITS, '0');
}

/** Key of an IMEI as text, with or without its check digit; NaN, which equals nothing, when it is none. */
export function parseDevice(text: string): number {
  return /^\d{1,16}$/.test(text) ? Number(text.slice(0, DEVICE_DIGITS)) || NaN : NaN;
}
