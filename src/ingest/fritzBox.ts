/** The list of calls of a FRITZ!Box, a router of many German homes: its columns tell what wrote it, and that tells how it is read. */
import type { ColumnMapping } from './inspection.ts';

/** Typ;Datum;Name;Rufnummer;Nebenstelle;Eigene Rufnummer;Dauer, later with an area before the extension, and in English with two columns called Telephone number. */
const COLUMNS = /^type?;dat(um|e);(name;)?(rufnummer|number|telephonenumber);([^;]+;)?(nebenstelle|extension);(eigenerufnummer|outgoingcallerid|localnumber|telephonenumber);(dauer|duration)$/;

const fold = (name: string) => name.toLowerCase().replaceAll(' ', '');

export function isFritzBox(header: readonly string[]): boolean {
  return COLUMNS.test(header.map(fold).join(';'));
}

/** The subscriber's number is the last but one of the columns, the other end's the first of numbers. */
export function endsOfFritzBox(header: readonly string[]): ColumnMapping {
  return { number: header.length - 2, other: header.findIndex((name) => /rufnummer|number/.test(fold(name))) };
}

/** What the codes in the first column mean. Boxes that know blocked calls count those that went out as 4, others as 3. */
export function codesOfFritzBox(codes: readonly string[]): string {
  return `1 incoming, 2 missed, ${codes.includes('4') ? '3 blocked, 4 outgoing' : '3 outgoing'}`;
}
