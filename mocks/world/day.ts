/** One day of the world while it happens: what each number does is written here, then read in the order of time. */
import { bankCardOf } from './bankCards.ts';
import { wider } from './circles.ts';
import type { Member } from './member.ts';
import type { Platform } from './platforms.ts';
import { Random } from './random.ts';
import { secondOfDay, type Rhythm } from './rhythm.ts';
import type { Stage } from './stage.ts';

const DAY_S = 86_400;
/** Longest call the network lets stand. */
const LONGEST_CALL_S = 7_200;
/** Duration that marks a message. */
export const IS_MESSAGE = -1;

/** An account made with a number. */
export interface SignUp {
  readonly second: number;
  readonly platform: Platform;
  readonly member: Member;
  /** What the platform saw it come from. */
  readonly device: string;
  readonly ip: string;
}

/** Money moved from one bank card to another; holders' numbers as the bank has them, '' where it has none. */
export interface Payment {
  readonly second: number;
  readonly fromCard: string;
  readonly fromHolder: string;
  readonly toCard: string;
  readonly toHolder: string;
  readonly yuan: number;
}

export class Day {
  readonly stage: Stage;
  /** The stream of the member whose turn it is. */
  readonly random = new Random(0);
  index = 0;
  isWeekend = false;
  #count = 0;
  #second = new Uint32Array(4096);
  #from = new Uint32Array(4096);
  #to = new Uint32Array(4096);
  /** Seconds talked, 0 when not answered, IS_MESSAGE for a message. */
  #duration = new Int32Array(4096);
  readonly signUps: SignUp[] = [];
  readonly payments: Payment[] = [];

  constructor(stage: Stage) {
    this.stage = stage;
  }

  /** Lets everyone live through the day. */
  live(index: number): void {
    this.index = index;
    this.isWeekend = this.stage.isWeekend(index);
    this.#count = 0;
    this.signUps.length = 0;
    this.payments.length = 0;
    for (const member of this.stage.members) {
      if (member.habits.length === 0 || !member.isActiveOn(index)) continue;
      this.random.restart(this.stage.seed, 1, member.id, index);
      for (const habit of member.habits) habit(member, this);
    }
  }

  get count(): number {
    return this.#count;
  }

  /** Records in the order of time; each as an index for `secondAt` and the like. */
  inOrder(): Uint32Array {
    // Seconds and index in one exact float, so that the sort is numeric, quick and stable.
    const keys = new Float64Array(this.#count);
    for (let i = 0; i < keys.length; i++) keys[i] = this.#second[i]! * 2 ** 32 + i;
    keys.sort();
    return Uint32Array.from(keys, (key) => key % 2 ** 32);
  }

  secondAt(record: number): number {
    return this.#second[record]!;
  }

  /** Ids of the two ends. */
  fromAt(record: number): number {
    return this.#from[record]!;
  }

  toAt(record: number): number {
    return this.#to[record]!;
  }

  durationAt(record: number): number {
    return this.#duration[record]!;
  }

  /** A moment of today in a rhythm. */
  moment(rhythm: Rhythm): number {
    return secondOfDay(rhythm, this.isWeekend, this.random);
  }

  /** Seconds of a conversation, or 0 if nobody answers. */
  talk(medianS: number, sigma: number, answered: number): number {
    if (!this.random.chance(answered)) return 0;
    return Math.min(LONGEST_CALL_S, Math.max(1, Math.round(this.random.logNormal(medianS, sigma))));
  }

  /** `from` calls `to`. Nothing is recorded where a card does not work, or after midnight. */
  call(from: Member, to: Member, second: number, durationS: number): void {
    this.#add(from, to, second, durationS);
  }

  text(from: Member, to: Member, second: number): void {
    this.#add(from, to, second, IS_MESSAGE);
  }

  /** An account is made, just after its code has come. */
  signUp(member: Member, platform: Platform, second: number, device: string, ip: string): void {
    if (second < DAY_S && member.isActiveOn(this.index)) this.signUps.push({ second, platform, member, device, ip });
  }

  /** Money goes from one number's holder to another's. @param toCard which of the receiver's cards, 0–7 */
  pay(from: Member, to: Member, yuan: number, second: number, toCard = 0): void {
    this.transfer(bankCardOf(from), from.number, bankCardOf(to, toCard), to.number, yuan, second);
  }

  transfer(fromCard: string, fromHolder: string, toCard: string, toHolder: string, yuan: number, second: number): void {
    if (second < DAY_S) this.payments.push({ second, fromCard, fromHolder, toCard, toHolder, yuan });
  }

  #add(from: Member, to: Member, second: number, duration: number): void {
    if (second >= DAY_S || from === to || !from.isActiveOn(this.index) || !to.isActiveOn(this.index)) return;
    // Calls between two numbers of other operators do not pass here.
    if (!from.isSubscriber && !to.isSubscriber) return;
    if (this.#isCutOff(from, second) || this.#isCutOff(to, second)) return;
    if (from.gang !== null && duration !== IS_MESSAGE) {
      from.gang.callsByDay[this.index]!++;
      this.stage.callsMade.set(from, (this.stage.callsMade.get(from) ?? 0) + 1);
    }
    if (this.#count === this.#second.length) this.#grow();
    const at = this.#count++;
    this.#second[at] = second;
    this.#from[at] = from.id;
    this.#to[at] = to.id;
    this.#duration[at] = duration;
  }

  #isCutOff(member: Member, second: number): boolean {
    const { campaign, places } = this.stage;
    return member.home >= places.count && campaign.isDark(member.cellAt(this.index, second, this.isWeekend, places), this.index, second);
  }

  #grow(): void {
    const size = this.#second.length * 2;
    this.#second = wider(this.#second, new Uint32Array(size));
    this.#from = wider(this.#from, new Uint32Array(size));
    this.#to = wider(this.#to, new Uint32Array(size));
    this.#duration = wider(this.#duration, new Int32Array(size));
  }
}
