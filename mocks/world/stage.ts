/** Everything that the roles share: who is there, where, with what, and whom one can reach. */
import { Campaign } from './campaign.ts';
import { Circles } from './circles.ts';
import type { Compound } from './compound.ts';
import { Gang, type Harm } from './gang.ts';
import { HandsetShop } from './handsets.ts';
import { Member, type Side } from './member.ts';
import { NumberBook } from './numberBook.ts';
import { Places } from './places.ts';
import { platformOf, type Platform } from './platforms.ts';
import { Random } from './random.ts';
import { Supply, type Ring } from './supply.ts';

/** A number that took another's place. */
export interface Replacement {
  readonly old: Member;
  readonly new: Member;
  /** Day of the world from which the old one was silent. */
  readonly cut: number;
  readonly isFraud: boolean;
}

/** What is known of a fraud number besides its role. */
export interface FraudNote {
  readonly isLowVolume: boolean;
  readonly hasPersonalUse: boolean;
  readonly isBlocked: boolean;
  readonly swapsHandset: boolean;
}

/** Fraud numbers that one supply ring serves, about. */
const NUMBERS_PER_RING = 90;

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
  readonly supply: Supply;
  readonly campaign: Campaign;
  readonly members: Member[] = [];
  /** Everyone with a private life. */
  readonly people: Member[] = [];
  /** Numbers served by other operators. */
  readonly outside: Member[] = [];
  /** Whom strangers call: listed people and outside numbers, in random order. Complete once casting is done. */
  readonly public: Member[] = [];
  readonly messageSenders: Member[] = [];
  /** By index of the sender. */
  readonly platforms: Platform[] = [];
  /** Senders of banks and wallets, who also write when money moves. */
  readonly financeSenders: Member[] = [];
  readonly circles = new Circles();
  readonly replacements: Replacement[] = [];
  readonly gangs: Gang[] = [];
  readonly fraudNotes = new Map<Member, FraudNote>();
  /** By fraud number, then by victim; complete when the world has been lived through. */
  readonly harms = new Map<Member, Map<Member, Harm>>();
  /** Calls made by fraud numbers; complete when the world has been lived through. */
  readonly callsMade = new Map<Member, number>();
  /** Accounts made by fraud numbers, by platform; complete when the world has been lived through. */
  readonly fraudAccounts = new Map<Member, Map<Platform, number>>();
  readonly compounds: Compound[] = [];

  /** @param fraud about how many numbers are to be fraud */
  constructor(seed: number, size: number, days: number, startDay: number, fraud: number) {
    this.seed = seed;
    this.size = size;
    this.days = days;
    this.startDay = startDay;
    this.random = new Random(seed, 0);
    this.numbers = new NumberBook(new Random(seed, 2));
    this.handsets = new HandsetShop(new Random(seed, 3));
    this.places = new Places(30 + Math.ceil(size / 70));
    this.supply = new Supply(new Random(seed, 5), this.numbers, size, days, Math.max(2, Math.round(fraud / NUMBERS_PER_RING)));
    this.campaign = new Campaign(days, this.places);
  }

  add(number: string, role: string, side: Side): Member {
    const member = new Member(this.members.length, number, role, side);
    this.members.push(member);
    return member;
  }

  /** A member with a phone, a home and a place of work. */
  addPhone(role: string, side: Side, home = this.random.below(this.places.count), number = this.numbers.mobile()): Member {
    const member = this.add(number, role, side);
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

  addMessageSender(): void {
    const sender = this.add(this.numbers.messageSender(), 'service', 'ordinary');
    const platform = platformOf(this.messageSenders.length, sender);
    this.messageSenders.push(sender);
    this.platforms.push(platform);
    if (platform.kind === 'finance') this.financeSenders.push(sender);
  }

  /** A gang of a role, supplied by a ring. */
  formGang(role: string, ring: Ring = this.random.pick(this.supply.rings)): Gang {
    const gang = new Gang(`${role}-${this.gangs.length + 1}`, role, ring, this.days);
    // Some work from a car or change flats; most stay where they are.
    if (this.random.chance(0.45)) {
      gang.roaming = this.random.between(0.2, 0.8);
      gang.roamingCells = this.random.whole(3, 14);
    }
    this.gangs.push(gang);
    return gang;
  }

  /** A number joins a gang with a card of its ring, a phone of its own, at a place. @param fromPool whether the card must be of a forged contract's range */
  recruit(gang: Gang, home: number, fromPool?: boolean): Member {
    const { number, facts } = this.supply.ringCard(gang.ring, fromPool);
    const member = this.addPhone(gang.role, 'fraud', home, number);
    member.work = home;
    member.roaming = gang.roaming;
    member.roamingCells = gang.roamingCells;
    member.gang = gang;
    this.supply.facts.set(member.id, facts);
    gang.members.push(member);
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

  harm(member: Member, victim: Member): Harm {
    let harms = this.harms.get(member);
    if (!harms) this.harms.set(member, (harms = new Map()));
    let harm = harms.get(victim);
    if (!harm) harms.set(victim, (harm = { calls: 0, paid: 0 }));
    return harm;
  }
}
