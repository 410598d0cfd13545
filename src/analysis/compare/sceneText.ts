import { parseLocalTime } from '../../records/days.ts';
import type { Scene } from '../answers.ts';

/** A scene as one text, for addresses: `2026-05-01T10:00/2026-05-01T12:00/460-00-1,460-00-2`. Commas and slashes in cells are escaped. */
export function formatScene({ cells, from, to }: Scene): string {
  return [from, to, cells.map((cell) => cell.replaceAll('%', '%25').replaceAll(',', '%2C').replaceAll('/', '%2F')).join(',')].join('/');
}

/** The inverse of `formatScene`; null when it is none: without cells, or ending before it begins. */
export function parseScene(text: string): Scene | null {
  const [from = '', to = '', list = '', ...rest] = text.split('/');
  const cells = list.split(',').map((cell) => cell.trim().replaceAll('%2F', '/').replaceAll('%2C', ',').replaceAll('%25', '%')).filter((cell) => cell !== '');
  const isRight = rest.length === 0 && cells.length > 0 && parseLocalTime(from) < parseLocalTime(to);
  return isRight ? { cells, from, to } : null;
}
