/** Bank cards: numbers with a valid check digit, under an issuer code that no bank has been given. */
import type { Member } from './member.ts';

const ISSUER = '6299';

/** The n-th bank card (0–7) of a number's holder, 19 digits. */
export function bankCardOf(member: Member, n = 0): string {
  return withLuhnDigit(ISSUER + String((member.id * 8 + n + 1) * 9_600_017 % 100_000_000_000_000).padStart(14, '0'));
}

/** A card of somebody of whom no number is known. */
export function foreignBankCard(n: number): string {
  return withLuhnDigit(`6298${String((n + 1) * 7_368_787 % 100_000_000_000_000).padStart(14, '0')}`);
}

/** ISO/IEC 7812-1, annex B. */
function withLuhnDigit(digits: string): string {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    const doubled = i % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits + String((10 - (sum % 10)) % 10);
}
