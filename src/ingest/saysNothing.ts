/** True for what files write where they have nothing to say: blanks, dashes, `NULL`, `N/A`, `\N`. */
export function saysNothing(text: string): boolean {
  return /^[-./\s]*$|^\s*(null|none|nan|n\/a|\\n)\s*$/i.test(text);
}

/** Written in the place of a caller who withheld his number. Were they numbers, all such callers would be one busy suspect. */
const NOBODY: ReadonlySet<string> = new Set([
  '匿名', '匿名号码', '匿名來電', '匿名来电', '匿名號碼', '未知', '未知号码', '未知號碼', '未知来电', '私人号码', '私人號碼', '私密号码', '隐藏号码', '隱藏號碼', '保密号码', '保密號碼',
  '无', '无号码', '無', '無號碼', '无主叫号码', '号码未显示', '未显示', '未显示号码', '無來電顯示', '无来电显示',
  'anonymous', 'anonymous caller', 'private', 'private number', 'private caller', 'unknown', 'unknown number', 'unknown caller', 'withheld', 'number withheld', 'restricted', 'blocked', 'blocked number', 'unavailable', 'no caller id', 'no number',
  'unbekannt', 'unbekannte nummer', 'anonym', 'privado', 'número privado', 'desconocido', 'número desconocido', 'inconnu', 'numéro inconnu', 'masqué', 'numéro masqué',
]);
/** Characters of the longest word in `NOBODY`, with brackets and a blank or two. */
export const LONGEST_NOBODY = 22;

/** True for what is written instead of a number that is not known: `Anonymous`, `PRIVATE_NUMBER`, `<unknown>`, `未知`. */
export function namesNobody(text: string): boolean {
  if (text.length > LONGEST_NOBODY) return false;
  const [, inner = text] = /^[<([](.*)[>)\]]$/.exec(text) ?? [];
  return NOBODY.has(inner.toLowerCase().replace(/[\s_]+/g, ' ').trim());
}
