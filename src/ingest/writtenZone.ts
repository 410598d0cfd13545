/** The zone that a file says its times are in: `Conn. Time (UTC)`, `start_utc`, `开始时间(GMT+8)`, “All times are in UTC” above the table. */
import { isZone } from '../records/zone.ts';

const SAID = /(?<![a-z])(?:utc|gmt)\s*(?:([+-])\s*(\d{1,2})(?::?00)?(?![\d:]))?(?![a-z\d:+-])|(?<![a-z])zulu(?![a-z])/i;
const NOTE = /\b(?:times?|timestamps?|zone)\b.{0,60}|(?:时间|时区).{0,30}/i;

/**
 * IANA name of the zone; null where nothing says it.
 *
 * @param names of the columns of the start
 * @param notes lines above the table
 */
export function findWrittenZone(names: readonly string[], notes: readonly string[]): string | null {
  const said = [...names.map((name) => name.replaceAll('_', ' ')), ...notes.map((note) => NOTE.exec(note)?.[0] ?? '')].map((text) => SAID.exec(text.normalize('NFKC'))).find((found) => found !== null);
  if (said === undefined) return null;
  const [, sign, hours] = said;
  // POSIX counts west as positive.
  const zone = sign === undefined || Number(hours) === 0 ? 'UTC' : `Etc/GMT${sign === '+' ? '-' : '+'}${Number(hours)}`;
  return isZone(zone) ? zone : null;
}
