/**
 * What the operator's records say of a number, in one line of the cache per member: in a large world, looking up a member, its
 * number, devices and places one by one is what costs most.
 */
import { mainDevice, usualCell, type Member } from '../member.ts';
import { NO_CELL } from '../places.ts';
import type { Stage } from '../stage.ts';
import type { FileWriter } from './fileWriter.ts';

const WIDTH = 8;
const NUMBER = 0;
const IMEI = 1;
const HOME = 2;
const WORK = 3;
const ROAMING = 4;
const ROAMING_CELLS = 5;
const IS_LISTED = 6;

/** Whether the operator lists a number's own calls. */
export function isListed(member: Member): boolean {
  return member.isSubscriber && member.role !== 'service';
}

export class MemberFacts {
  readonly #stage: Stage;
  /** By member id, WIDTH values. NaN where the member itself must be asked. */
  readonly #values: Float64Array;

  /** As the members are once casting is done. */
  constructor(stage: Stage) {
    this.#stage = stage;
    this.#values = new Float64Array(stage.members.length * WIDTH);
    for (const member of stage.members) {
      const at = member.id * WIDTH;
      const listed = isListed(member);
      this.#values[at + NUMBER] = /^[1-9]\d{1,14}$/.test(member.number) ? Number(member.number) : NaN;
      this.#values[at + IMEI] = !listed || member.imeis.length === 0 ? 0 : member.device === mainDevice ? member.imeis[0]! : NaN;
      this.#values[at + HOME] = !listed ? NO_CELL : member.cellRule === null ? member.home : NaN;
      this.#values[at + WORK] = member.work;
      this.#values[at + ROAMING] = member.roaming;
      this.#values[at + ROAMING_CELLS] = member.roamingCells;
      this.#values[at + IS_LISTED] = listed ? 1 : 0;
    }
  }

  isListed(id: number): boolean {
    return this.#values[id * WIDTH + IS_LISTED] === 1;
  }

  writeNumber(writer: FileWriter, id: number): void {
    const digits = this.#values[id * WIDTH + NUMBER]!;
    if (Number.isNaN(digits)) writer.ascii(this.#stage.members[id]!.number);
    else writer.whole(digits);
  }

  /** IMEI in use, 0 where the operator knows none. */
  imeiOn(id: number, day: number): number {
    const imei = this.#values[id * WIDTH + IMEI]!;
    return Number.isNaN(imei) ? this.#stage.members[id]!.imeiOn(day) : imei;
  }

  /** Cell in use, NO_CELL where the operator knows none. */
  cellAt(id: number, day: number, second: number, isWeekend: boolean): number {
    const at = id * WIDTH;
    const values = this.#values;
    const home = values[at + HOME]!;
    if (Number.isNaN(home)) return this.#stage.members[id]!.cellAt(day, second, isWeekend, this.#stage.places);
    return usualCell(id, home, values[at + WORK]!, values[at + ROAMING]!, values[at + ROAMING_CELLS]!, day, second, isWeekend, this.#stage.places);
  }
}
