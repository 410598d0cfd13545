/** The zone that a file says its times are in: `Conn. Time (UTC)`, `start_utc`, `开始时间(GMT+8)`, “All times are in UTC” above the table. */
import { isZone } from '../records/zone.ts';
import { zoneHours } from './timeMarks.ts';

/** UTC or GMT, perhaps with an offset. One that cannot be read to its end (`UTC+5.5`), or a moment (`10:00 UTC 1 May`), is none. */
const IN_FIGURES = String.raw`(?:utc|gmt)(?:\s*(?<sign>[-+−–])\s*(?<hours>\d{1,2})(?::?(?<minutes>\d\d))?)?|zulu`;
const IN_WORDS = String.raw`(?<beijing>北京[时時][间間]|beijing(?: standard)? time)|(?<word>${[...zoneHours.keys()].join('|')})`;
const saidIn = (words: string) => String.raw`(?<![a-z])(?:${words})(?![a-z\d]|[.:]\d|\s*[-+−–]?\s*\d|\s*offset)`;
const SAID = saidIn(`${IN_FIGURES}|${IN_WORDS}`);
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
  const said = [...ofNames, ...ofNotes].find((found) => found !== null && isMeant(found));
  if (!said) return null;
  const { sign, hours, minutes, word, beijing } = said.groups!;
  if (beijing !== undefined) return 'Asia/Shanghai';
  const offset = word === undefined ? null : zoneHours.get(word.toLowerCase())!;
  if (offset !== null) return zoneOf(offset < 0 ? '-' : '+', Math.floor(Math.abs(offset)), (Math.abs(offset) % 1) * 60);
  return zoneOf(sign === '+' ? '+' : '-', Number(hours ?? 0), Number(minutes ?? 0));
}

/** False for what may be another word: `Est. start` is estimated, and `est` French. A zone's letters are large ones in brackets or at the end. */
function isMeant({ 0: { length }, index, input, groups }: RegExpExecArray): boolean {
  const word = groups!['word'];
  if (word === undefined) return true;
  const behind = input.slice(index + length).trimStart();
  return word === word.toUpperCase() && (behind === '' || /^[)\].。]/.test(behind));
}

function zoneOf(sign: '+' | '-', hours: number, minutes: number): string | null {
  if (minutes !== 0) return ODD_OFFSETS[`${sign}${hours}:${minutes}`] ?? null;
  // POSIX counts west as positive.
  const zone = hours === 0 ? 'UTC' : `Etc/GMT${sign === '+' ? '-' : '+'}${hours}`;
  return isZone(zone) ? zone : null;
}
