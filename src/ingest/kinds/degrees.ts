/** Characters of any that are written. */
const LONGEST = 60;

/**
 * Reads degrees of latitude or longitude: `31.2304`, `-0.12`, `121.47E`, `东经121.47°`, `31°13'49"N`, `31 13 49`. NaN when it is none or beyond
 * `most` degrees.
 */
export function readDegrees(text: string, most: 90 | 180): number {
  if (text.length > LONGEST) return NaN;
  const plain = text.normalize('NFKC').toUpperCase().replace(/[′‘’]/g, "'").replace(/[″“”]|''/g, '"').replace(/[度]/g, '°').replace(/[分]/g, "'").replace(/[秒]/g, '"').trim();
  const side = /[NSEW]|[东西南北]/.exec(plain)?.[0] ?? '';
  const bare = plain.replace(/[NSEW]|[东西南北][经纬]?/g, '').trim();
  const found = /^([+-]?)(\d{1,3}(?:\.\d+)?)\s*°?\s*(?:(\d{1,2}(?:\.\d+)?)\s*'?\s*(?:(\d{1,2}(?:\.\d+)?)\s*"?)?)?$/.exec(bare);
  if (!found) return NaN;
  const [, sign, degrees = '', minutes = '0', seconds = '0'] = found;
  if (Number(minutes) >= 60 || Number(seconds) >= 60) return NaN;
  const value = Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600;
  if (value > most) return NaN;
  return (sign === '-' ? -1 : 1) * (/[SW西南]/.test(side) ? -value : value);
}
