/** One antenna per half hour, the most frequent (`src/features/egoSummary.ts`): of the number at hand. */
import { idOf, nextGeneration, SLOT_BYTES } from './keyTable';
import { entropyOf, nLogN } from './statistics';

const HALF_HOUR_S: u32 = 1800;

/** Half hours with a known antenna, and distinct antennas. */
export let halfHours: u32 = 0;
export let antennaCount: u32 = 0;

/** Tables of the antennas, and of those of the half hour at hand where there is more than one; a count (u32) for each id. */
let slots: usize = 0;
let counts: usize = 0;
let slotsNow: usize = 0;
let countsNow: usize = 0;
let cellsNow: usize = 0;
let shift: u64 = 0;
let tableBytes: usize = 0;
let generation: u32 = 0;
let generationNow: u32 = 0;
let countNow: u32 = 0;

/** The half hour at hand, the antenna that it began with, and the records in it. */
let halfHour: i32 = -1;
let firstCell: u32 = 0;
let records: u32 = 0;

/** Gives the tables their room: two of slots, three of counts and cells for `most` records. @returns where it ends */
export function placeAntennas(from: usize, slotBytes: usize, most: u32): usize {
  slots = from;
  slotsNow = slots + slotBytes;
  counts = slotsNow + slotBytes;
  countsNow = counts + (<usize>most << 2);
  cellsNow = countsNow + (<usize>most << 2);
  return cellsNow + (<usize>most << 2);
}

/** @param bits of the number of slots that this number's tables use */
export function beginAntennas(bits: u32): void {
  shift = 64 - bits;
  tableBytes = SLOT_BYTES << bits;
  generation = nextGeneration();
  halfHours = 0;
  antennaCount = 0;
  halfHour = -1;
  countNow = 0;
}

/** Takes the cell (id + 1) of a record. */
// @ts-ignore: AssemblyScript's own decorator
@inline
export function addCell(cell: u32, start: u32): void {
  const at = <i32>(start / HALF_HOUR_S);
  if (at == halfHour) {
    addToHalfHour(cell);
    return;
  }
  if (halfHour >= 0) closeHalfHour();
  halfHour = at;
  firstCell = cell;
  records = 1;
}

/** Ends the number's last half hour. */
export function endAntennas(): void {
  if (halfHour >= 0) closeHalfHour();
}

/** From the second antenna in the half hour on they are counted. */
function addToHalfHour(cell: u32): void {
  if (cell != firstCell && countNow == 0) {
    generationNow = nextGeneration();
    countCell(firstCell, records);
  }
  if (countNow > 0) countCell(cell, 1);
  records++;
}

function countCell(cell: u32, more: u32): void {
  const id = idOf(slotsNow, slotsNow + tableBytes, shift, generationNow, cell, countNow);
  const count = countsNow + (<usize>id << 2);
  if (id == countNow) {
    store<u32>(cellsNow + (<usize>id << 2), cell);
    store<u32>(count, 0);
    countNow++;
  }
  store<u32>(count, load<u32>(count) + more);
}

/** Books the most frequent antenna of the half hour; of equals, the one seen first. */
function closeHalfHour(): void {
  let cell = firstCell;
  if (countNow > 0) {
    let best: usize = 0;
    for (let id: usize = 1; id < countNow; id++) if (load<u32>(countsNow + (id << 2)) > load<u32>(countsNow + (best << 2))) best = id;
    cell = load<u32>(cellsNow + (best << 2));
    countNow = 0;
  }
  const id = idOf(slots, slots + tableBytes, shift, generation, cell, antennaCount);
  const count = counts + (<usize>id << 2);
  if (id == antennaCount) {
    store<u32>(count, 0);
    antennaCount++;
  }
  store<u32>(count, load<u32>(count) + 1);
  halfHours++;
}

export function antennaEntropy(): f64 {
  let sum: f64 = 0;
  for (let id: usize = 0; id < antennaCount; id++) sum += nLogN(load<u32>(counts + (id << 2)));
  return entropyOf(halfHours, sum);
}

/** Half hours of the most frequent antenna. */
export function topHalfHours(): u32 {
  let most: u32 = 0;
  for (let id: usize = 0; id < antennaCount; id++) most = max(most, load<u32>(counts + (id << 2)));
  return most;
}
