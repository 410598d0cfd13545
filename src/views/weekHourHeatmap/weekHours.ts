/** Names for the cells of a week × hour grid: cell = weekday × 24 + hour, Monday first. */
import type { Language } from '../../words/language.tsx';

const locales: Record<Language, string> = { en: 'en-GB', zh: 'zh-CN' };
/** 2024-01-01 was a Monday. */
const MONDAY_MS = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

/** Seven names, Monday first. */
export function weekdayNames(language: Language, width: 'short' | 'long'): readonly string[] {
  const format = new Intl.DateTimeFormat(locales[language], { weekday: width, timeZone: 'UTC' });
  return Array.from({ length: 7 }, (_, i) => format.format(MONDAY_MS + i * DAY_MS));
}

/** 14:00–15:00 */
function hourSpan(hour: number): string {
  return `${fullHour(hour)}–${fullHour(hour + 1)}`;
}

function fullHour(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}

/** Monday 14:00–15:00 / 星期一 14:00–15:00 */
export function weekHourName(cell: number, language: Language): string {
  return `${weekdayNames(language, 'long')[Math.floor(cell / 24)] ?? ''} ${hourSpan(cell % 24)}`;
}

/** Where an arrow key leads from a cell; null when it is no such key. Rows and columns end, they do not wrap. */
export function nextCell(cell: number, key: string): number | null {
  const day = Math.floor(cell / 24);
  const hour = cell % 24;
  switch (key) {
    case 'ArrowLeft': return day * 24 + Math.max(0, hour - 1);
    case 'ArrowRight': return day * 24 + Math.min(23, hour + 1);
    case 'ArrowUp': return Math.max(0, day - 1) * 24 + hour;
    case 'ArrowDown': return Math.min(6, day + 1) * 24 + hour;
    case 'Home': return day * 24;
    case 'End': return day * 24 + 23;
    default: return null;
  }
}
