/** Everything that the roles share: who is there, where, with what, and whom one can reach. */
import { Circles } from './circles.ts';
import { HandsetShop } from './handsets.ts';
import { Member, type Side } from './member.ts';
import { NumberBook } from './numberBook.ts';
import { Places } from './places.ts';
import { Random } from './random.ts';

/** A fraud number that took another's place after a block. */
export interface Replacement {
  readonly old: string;
  readonly new: string;
  /** Day from which the old one was silent. */
  readonly blockedOn: number;
}

/** What is known of a fraud number besides its role. */
export interface FraudNote {
  readonly gang: string;
  readonly isLowVolume: boolean;
  readonly hasPersonalUse: boolean;
  readonly isBlocked: boolean;
}

export class Stage {
  readonly seed: number;
  /** About how many numbers there are to be. */
  readonly size: number;
  readonly days: number;
  /** Days since 1970-01-01 of the first day. */
  readonly startDay: number;
  /** For casting; each member's days have streams of their own. */
  readonly random: Random;
  readonly numbers: NumberBook;
  readonly handsets: HandsetShop;
  readonly places: Places;
  readonly members: Member[] = [];
  /** Everyone with a private life. */
  readonly people: Member[] = [];
  /** Numbers served by other operators. */
  readonly outside: Member[] = [];
  /** Whom strangers call: listed people and outside numbers, in random order. Complete once casting is done. */
  readonly public: Member[] = [];
  readonly messageSenders: Member[] = [];
  readonly circles = new Circles();
  readonly replacements: Replacement[] = [];
  readonly fraudNotes = new Map<Member, FraudNote>();
  #gangs = 0;

  constructor(seed: number, size: number, days: number, startDay: number) {
    this.seed = seed;
    this.size = size;
    this.days = days;
    this.startDay = startDay;
    this.random = new Random(seed, 0);
    this.numbers = new NumberBook(new Random(seed, 2));
    this.handsets = new HandsetShop(new Random(seed, 3));
    this.places = new Places(30 + Math.ceil(size / 70));
  }

  add(number: string, role: string, side: Side): Member {
    const member = new Member(this.members.length, number, role, side);
    this.members.push(member);
    return member;
  }

  /** A member with a phone, a home and a place of work. */
  addPhone(role: string, side: Side, home = this.random.below(this.places.count)): Member {
    const member = this.add(this.numbers.mobile(), role, side);
    member.imeis = [this.handsets.phone()];
    member.home = home;
    member.work = this.random.below(this.places.count);
    member.roaming = 0.12;
    member.roamingCells = 4;
    return member;
  }

  /** A number of another operator: only what passes between it and this operator's numbers is seen. */
  addOutside(number = this.numbers.mobile()): Member {
    const member = this.add(number, 'outside', 'ordinary');
    member.isSubscriber = false;
    this.outside.push(member);
    return member;
  }

  /** Saturday or Sunday. 1970-01-01 was a Thursday. */
  isWeekend(day: number): boolean {
    return (this.startDay + day + 3) % 7 >= 5;
  }

  /** Anyone of the public. Some numbers are given out everywhere and get most of such calls; most are hardly known. */
  stranger(random: Random): Member {
    return this.public[Math.floor(this.public.length * random.unit() * random.unit())]!;
  }

  nameGang(role: string): string {
    return `${role}-${++this.#gangs}`;
  }
}
