/** What makes fraud hard to see, dealt to the numbers of a role in fixed shares; and what a block does. */
import type { Intervention } from '../campaign.ts';
import type { Gang } from '../gang.ts';
import { newDeviceFrom, type Member } from '../member.ts';
import { liveOn } from '../privateLife.ts';
import type { FraudNote, Stage } from '../stage.ts';

/** Shares of fraud numbers that keep quiet, that also serve as somebody's own, that get blocked midway, and that change their handset. */
const LOW_VOLUME = 0.3;
const PERSONAL_USE = 0.2;
const BLOCKED = 0.15;
const SWAPS_HANDSET = 0.1;
/** Of the blocked, how many are so together with others of their gang. */
const BLOCKED_TOGETHER = 0.6;

/** What is planned for a number of a gang. */
export interface Disguise extends FraudNote {
  /** The block that meets it together with others, or null. */
  readonly block: Intervention | null;
}

/** Of every `count` fraud numbers, how many begin by themselves: the rest take the place of blocked ones. */
export function firstGeneration(count: number): number {
  return Math.max(1, Math.round(count / (1 + BLOCKED)));
}

/** One disguise per number of a role. Those next to one another, which come into one gang, are the ones blocked together. */
export function dealDisguises(count: number, stage: Stage): Disguise[] {
  const { random } = stage;
  const blocks = stage.campaign.interventions.filter(({ kind }) => kind === 'cardBlock');
  const blocked = Math.round(BLOCKED * count);
  const together = blocks.length === 0 ? 0 : Math.round(BLOCKED_TOGETHER * blocked);
  const from = random.below(count - together + 1);
  const alone = random.deal(count - together, (blocked - together) / Math.max(1, count - together));
  const low = random.deal(count, LOW_VOLUME);
  const personal = random.deal(count, PERSONAL_USE);
  const swaps = random.deal(count, SWAPS_HANDSET);
  const block = blocks.length === 0 ? null : random.pick(blocks);
  return low.map((isLowVolume, i) => {
    const isTogether = i >= from && i < from + together;
    return {
      isLowVolume, hasPersonalUse: personal[i]!, swapsHandset: swaps[i]!,
      isBlocked: isTogether || alone[i < from ? i : i - together] === true, block: isTogether ? block : null,
    };
  });
}

/** Notes the disguise of a number that is set up but for it: what it will be replaced by, and another handset. */
export function disguise(member: Member, plan: Disguise, stage: Stage, goOn: (successor: Member) => void): void {
  stage.fraudNotes.set(member, plan);
  const { random } = stage;
  if (plan.swapsHandset) {
    const last = Math.min(member.lastDay, stage.days - 1);
    const from = random.whole(Math.min(last, member.firstDay + 2), Math.max(last, member.firstDay + 2));
    member.device = newDeviceFrom(from, stage.handsets.phone(), member.device);
  }
  if (plan.isBlocked) replace(member, plan, stage, goOn);
}

/** The card falls silent on a day of its working life, and within days another number of the gang goes on with its work. */
function replace(member: Member, plan: Disguise, stage: Stage, goOn: (successor: Member) => void): void {
  const { random } = stage;
  const gang = member.gang!;
  const blockedOn = plan.block === null ? ownBlockDay(member, stage) : plan.block.day;
  if (plan.block !== null) {
    // Whoever is blocked with the others was at work then.
    member.firstDay = Math.max(0, Math.min(member.firstDay, blockedOn - random.whole(9, 24)));
    member.lastDay = Math.max(member.lastDay, Math.min(stage.days - 1, blockedOn + random.whole(6, 16)));
    plan.block.gangs.add(gang);
    plan.block.numbers.push(member);
  }
  const wouldEnd = member.lastDay;
  member.lastDay = blockedOn - 1;
  const successor = stage.recruit(gang, member.home);
  successor.work = member.work;
  successor.roaming = member.roaming;
  successor.roamingCells = member.roamingCells;
  successor.cellRule = member.cellRule;
  successor.firstDay = Math.min(stage.days - 1, blockedOn + random.whole(0, 2));
  successor.lastDay = Math.min(stage.days - 1, Math.max(wouldEnd, successor.firstDay + random.whole(6, 12)));
  member.successor = successor;
  // Half the gangs go on with the same handset; the others have learnt.
  if (random.chance(0.5) || member.imeis.length > 1) {
    successor.imeis = member.imeis;
    successor.device = member.device;
  }
  successor.habits = member.habits;
  liveOn(member, successor);
  stage.fraudNotes.set(successor, { ...plan, isBlocked: false, swapsHandset: false });
  stage.replacements.push({ old: member, new: successor, cut: blockedOn, isFraud: true });
  goOn(successor);
}

function ownBlockDay(member: Member, stage: Stage): number {
  const last = Math.min(member.lastDay, stage.days - 1);
  return stage.random.whole(Math.min(last, member.firstDay + 2), Math.max(Math.min(last, member.firstDay + 2), Math.min(last, stage.days - 5)));
}

/** Days of work for a number: from the gang's beginning, for about so long. */
export function employ(member: Member, gangBegins: number, days: number, stage: Stage): void {
  member.firstDay = Math.min(stage.days - 1, Math.max(0, gangBegins + stage.random.below(6)));
  member.lastDay = Math.min(stage.days - 1, member.firstDay + Math.max(2, Math.round(days)));
}

/** Whom a gang's member works for: whoever leads it on a day. */
export function leaderOf(gang: Gang, day: number): Member {
  return gang.members[0]!.inUseOn(day);
}
