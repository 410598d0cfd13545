/** Devices and cards: IMEIs with a valid check digit, IMSIs of one network. */
import type { Random } from './random.ts';

/** Type codes (first eight digits) of the world's models: phones, and modems as boxes and machines have. */
const phoneTypes = Array.from({ length: 40 }, (_, i) => 86_004_010 + i * 1_117);
const modemTypes = [86_740_201, 86_740_913, 35_902_144];

export class HandsetShop {
  /** Serial numbers count up per type, so that no two handsets are the same. */
  readonly #sold = new Map<number, number>();
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  /** IMEI of a new phone, 15 digits. */
  phone(): number {
    return this.#imei(this.#random.pick(phoneTypes));
  }

  /** IMEI of a new modem, 15 digits. */
  modem(): number {
    return this.#imei(this.#random.pick(modemTypes));
  }

  #imei(type: number): number {
    const serial = (this.#sold.get(type) ?? 0) + 1;
    this.#sold.set(type, serial);
    // 48271 has no factor in common with 10^6: serials look random and never repeat within a type.
    return withCheckDigit(type * 1_000_000 + ((serial * 48_271 + 137) % 1_000_000));
  }
}

/** Luhn's check digit after fourteen digits (3GPP TS 23.003, annex B). */
function withCheckDigit(fourteen: number): number {
  const text = String(fourteen).padStart(14, '0');
  let sum = 0;
  for (let i = 0; i < 14; i++) {
    const digit = Number(text[i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return fourteen * 10 + ((10 - (sum % 10)) % 10);
}

/** IMSI of the world's n-th card, 15 digits. */
export function imsiOf(card: number): number {
  return 460_000_000_000_000 + ((card * 7_919 + 104_729) % 10_000_000_000);
}
