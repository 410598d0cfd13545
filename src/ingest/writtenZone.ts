/** The zone that a file says its times are in: `Conn. Time (UTC)`, `start_utc`, `开始时间(GMT+8)`, “All times are in UTC” above the table. */
import { isZone } from '../records/zone.ts';

/** UTC or GMT, perhaps with an offset. One that cannot be read to its end (`UTC+5.5`), or a moment (`10:00 UTC 1 May`), is none. */
const SAID = String.raw`(?<![a-z])(?:(?:utc|gmt)(?:\s*([-+−–])\s*(\d{1,2})(?::?(\d\d))?)?|zulu)(?![a-z\d]|[.:]\d|\s*[-+−–]?\s*\d|\s*offset)`;
const IN_NAME = new RegExp(SAID, 'i');
/** A line about all times: nothing but words stands between them and their zone, as no moment does. */
const OF_ALL = new RegExp(String.raw`(?:\b(?:times|timestamps|(?:time[\s_-]*)?zone)\b|时区)\D{0,60}?${SAID}`, 'i');
/** A line that speaks of time and holds no figure but the offset. */
const OF_TIME = new RegExp(String.raw`^\D*(?:\btime\b|时间)\D*?${SAID}\D*$`, 'i');

/** Places that have kept an offset of no whole hours since 1990. */
const ODD_OFFSETS: Readonly<Record<string, string>> = {
  '+4:30': 'Asia/Kabul', '+5:30': 'Asia/Kolkata', '+5:45': 'Asia/Kathmandu', '+6:30': 'Asia/Yangon', '+9:30': 'Australia/Darwin', '-9:30': 'Pacific/Marquesas',
};

/**
 * IANA name of the zone; null where nothing says it, or where no name says the same.
 *
 * @param names of the columns of the start
 * @param notes lines above the table
 */
export function findWrittenZone(names: readonly string[], notes: readonly string[]): string | null {
  const ofNames = names.map((name) => IN_NAME.exec(name.normalize('NFKC').replaceAll('_', ' ')));
  const ofNotes = notes.map((note) => note.normalize('NFKC')).map((note) => OF_ALL.exec(note) ?? OF_TIME.exec(note));
  const said = [...ofNames, ...ofNotes].find((found) => found !== null);
  return said === undefined ? null : zoneOf(said[1] === '+' ? '+' : '-', Number(said[2] ?? 0), Number(said[3] ?? 0));
}

function zoneOf(sign: '+' | '-', hours: number, minutes: number): string | null {
  if (minutes !== 0) return ODD_OFFSETS[`${sign}${hours}:${minutes}`] ?? null;
  // POSIX counts west as positive.
  const zone = hours === 0 ? 'UTC' : `Etc/GMT${sign === '+' ? '-' : '+'}${hours}`;
  return isZone(zone) ? zone : null;
}
