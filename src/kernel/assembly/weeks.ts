/** How many records a number has in each of the dataset's last weeks: what the queue shows of a number while its records are not packed yet. */
import { lastDay } from './features';
import { recordBytes } from './group';
import { DAY_S } from './layout';

/** As in `src/kernel/groupKernel.ts`. */
const WEEKS: i64 = 12;

/** The host's area: WEEKS counts (u32) of each number, the dataset's last week at the end. */
export let weeks: usize = 0;

/** Counts the records in [first, end), which are number `id`'s and in order of time. */
export function countWeeks(id: u32, first: usize, end: usize): void {
  // Weeks begin on Monday; day 0 was a Thursday (`src/records/days.ts`).
  const lastWeek = (<i64>lastDay + 3) / 7;
  const counts = weeks + <usize>id * <usize>(WEEKS << 2);
  let at = end;
  for (let back: i64 = 0; back < WEEKS; back++) {
    const monday = ((lastWeek - back) * 7 - 3) * <i64>DAY_S;
    const before = at;
    while (at > first && <i64>load<u32>(at - recordBytes, 16) >= monday) at -= recordBytes;
    store<u32>(counts + <usize>((WEEKS - 1 - back) << 2), <u32>((before - at) / recordBytes));
  }
}
