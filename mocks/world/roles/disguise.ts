/** What makes fraud hard to see, dealt to the numbers of a gang in fixed shares; and what a block does. */
import type { Member } from '../member.ts';
import type { FraudNote, Stage } from '../stage.ts';

/** Shares of fraud numbers that keep quiet, that also serve as somebody's own, and that get blocked midway. */
const LOW_VOLUME = 0.3;
const PERSONAL_USE = 0.2;
const BLOCKED = 0.15;

/** Of every `count` fraud numbers, how many begin by themselves: the rest take the place of blocked ones. */
export function firstGeneration(count: number): number {
  return Math.max(1, Math.round(count / (1 + BLOCKED)));
}

/** One note per number of a role; gangs are named when the members are known. */
export function dealDisguises(count: number, stage: Stage): Omit<FraudNote, 'gang'>[] {
  const low = stage.random.deal(count, LOW_VOLUME);
  const personal = stage.random.deal(count, PERSONAL_USE);
  const blocked = stage.random.deal(count, BLOCKED);
  return low.map((isLowVolume, i) => ({ isLowVolume, hasPersonalUse: personal[i]!, isBlocked: blocked[i]! }));
}

/**
 * The card is blocked somewhere between `from` and `to` and falls silent; within days another number goes on with its work.
 * @param makeSuccessor a member of the same role and gang, not yet at work
 */
export function blockBetween(member: Member, from: number, to: number, stage: Stage, makeSuccessor: () => Member): void {
  const blockedOn = stage.random.whole(from, Math.max(from, to));
  const lastDay = member.lastDay;
  member.lastDay = blockedOn - 1;
  const successor = makeSuccessor();
  successor.firstDay = blockedOn + stage.random.whole(0, 2);
  successor.lastDay = Math.max(lastDay, successor.firstDay + 4);
  // Four gangs in five go on with the same handset; the others have learnt.
  if (stage.random.chance(0.8)) {
    successor.imeis = member.imeis;
    successor.device = member.device;
  }
  stage.replacements.push({ old: member.number, new: successor.number, blockedOn: stage.startDay + blockedOn });
}
