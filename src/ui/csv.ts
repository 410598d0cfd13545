/**
 * A field of CSV (RFC 4180), quoted where it must be; null is empty. Text that a spreadsheet would run as a formula gets a
 * leading apostrophe (OWASP, CSV injection): much of what is exported was written by strangers. `+` or `-` before digits
 * alone is a number and stays.
 */
export function csvField(value: string | number | boolean | null): string {
  if (value === null) return '';
  const raw = String(value);
  const text = /^[=@\t\r]/.test(raw) || /^[+-](?!\d+$)/.test(raw) ? `'${raw}` : raw;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Lines of CSV, each ended by CRLF. */
export function csvText(lines: readonly (readonly (string | number | boolean | null)[])[]): string {
  return lines.map((fields) => `${fields.map(csvField).join(',')}\r\n`).join('');
}
