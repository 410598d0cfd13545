/** A number of the world and how it lives. Days count from the world's first, 0; seconds from midnight. */
import type { Day } from './day.ts';
import type { Gang } from './gang.ts';
import { NO_CELL, type Places } from './places.ts';
import { mix32 } from './random.ts';

/** An accomplice helps fraud and lives like anyone: calls alone neither convict nor clear one. */
export type Side = 'ordinary' | 'lookAlike' | 'accomplice' | 'fraud';

/** What a number does on a day of its own accord. Shared by all who live alike; parameters stand in the member. */
export type Habit = (self: Member, day: Day) => void;

/** Which of its devices a number is in. */
export type DeviceRule = (self: Member, day: number) => number;

/** Where a number is, where home and work do not tell. */
export type CellRule = (self: Member, day: number, second: number) => number;

export class Member {
  readonly id: number;
  readonly number: string;
  readonly role: string;
  readonly side: Side;
  habits: readonly Habit[] = [];
  /** First and last day the card works, both included. */
  firstDay = 0;
  lastDay = Number.MAX_SAFE_INTEGER;
  /** Devices it has, as IMEIs; none for a fixed line. */
  imeis: readonly number[] = [];
  device: DeviceRule = mainDevice;
  /** Where it is at night and by day; NO_CELL for a fixed line. */
  home = NO_CELL;
  work = NO_CELL;
  cellRule: CellRule | null = null;
  /** Share of hours spent elsewhere, and how far in cells. */
  roaming = 0;
  roamingCells = 0;
  /** Private calls a day that come about through it. */
  privateCalls = 0;
  /** How readily it rings: of two who know each other, each starts in proportion to this. */
  initiative = 1;
  /** Calls a day to strangers: shops, repairers, customers. */
  strangerCalls = 0;
  /** Verification codes and notices a day that it gets. */
  codes = 0;
  /** False where another operator serves it: this one knows neither its device nor its cell, and not its other calls. */
  isSubscriber = true;
  gang: Gang | null = null;
  /** Whose identity document and circle it shares, by id: its own, or that of whoever has another number too. */
  person: number;
  /** The number that the same person uses from its first day on. */
  successor: Member | null = null;

  constructor(id: number, number: string, role: string, side: Side) {
    this.id = id;
    this.person = id;
    this.number = number;
    this.role = role;
    this.side = side;
  }

  isActiveOn(day: number): boolean {
    return day >= this.firstDay && day <= this.lastDay;
  }

  /** The number that this one's user has on a day. */
  inUseOn(day: number): Member {
    return this.successor !== null && day > this.lastDay ? this.successor.inUseOn(day) : this;
  }

  /** IMEI in use, or 0. */
  imeiOn(day: number): number {
    return this.imeis.length === 0 ? 0 : this.device(this, day);
  }

  /** Cell in use: home by night and at weekends, work by day, now and then elsewhere. Stays within an hour. */
  cellAt(day: number, second: number, isWeekend: boolean, places: Places): number {
    if (this.cellRule !== null) return this.cellRule(this, day, second);
    return usualCell(this.id, this.home, this.work, this.roaming, this.roamingCells, day, second, isWeekend, places);
  }
}

/** Where a number is whose home and work tell. */
export function usualCell(
  id: number, home: number, work: number, roaming: number, roamingCells: number, day: number, second: number, isWeekend: boolean, places: Places,
): number {
  if (home === NO_CELL) return NO_CELL;
  const hour = Math.floor(second / 3600);
  const base = isWeekend || hour < 8 || hour >= 19 ? home : work;
  if (roaming === 0) return base;
  const lot = mix32(id * 4_096 + day * 24 + hour) >>> 0;
  if ((lot & 0xffff) / 0x10000 >= roaming) return base;
  return places.near(base, 1 + ((lot >>> 16) % roamingCells));
}

export const mainDevice: DeviceRule = (self) => self.imeis[0]!;

/** Mostly the first device, on about one day in five another. */
export const secondDeviceAtTimes: DeviceRule = (self, day) => {
  const lot = mix32(self.id * 8_191 + day) >>> 0;
  return lot % 5 === 0 ? self.imeis[1 + (lot >>> 8) % (self.imeis.length - 1)]! : self.imeis[0]!;
};

/** Another device every day, as the card is moved from slot to slot. */
export const rotatingDevice: DeviceRule = (self, day) => self.imeis[(mix32(self.id * 2_741 + day) >>> 0) % self.imeis.length]!;

/** Everyone passes the same few devices round, by the day. */
export const anyOfDevices: DeviceRule = (self, day) => self.imeis[(mix32(self.id * 31 + (day >> 1)) >>> 0) % self.imeis.length]!;

/** Whatever it was before, and from a day on one new device. */
export function newDeviceFrom(day: number, imei: number, before: DeviceRule): DeviceRule {
  return (self, today) => (today < day ? before(self, today) : imei);
}
