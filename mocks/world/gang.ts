/** Those who work together: a gang of one role, and the ring that supplies it. */
import type { Member } from './member.ts';
import type { Ring } from './supply.ts';

export class Gang {
  readonly name: string;
  readonly role: string;
  readonly ring: Ring;
  readonly members: Member[] = [];
  /** Share of hours that its numbers spend away from its place, and how far in cells. */
  roaming = 0;
  roamingCells = 1;
  /** Calls that the gang's numbers made, by day of the world. */
  readonly callsByDay: Uint32Array;

  constructor(name: string, role: string, ring: Ring, days: number) {
    this.name = name;
    this.role = role;
    this.ring = ring;
    this.callsByDay = new Uint32Array(days);
  }
}

/** What a gang did to one victim through one of its numbers. */
export interface Harm {
  calls: number;
  /** Yuan that the victim paid. */
  paid: number;
}
