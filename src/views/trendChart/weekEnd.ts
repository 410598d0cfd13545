import { dayText, parseDay } from '../../records/days.ts';

/** The Sunday of a week that is given by its Monday, both `YYYY-MM-DD`. */
export function weekEnd(monday: string): string {
  return dayText(parseDay(monday) + 6);
}
