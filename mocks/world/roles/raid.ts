/** The police walk in: whoever is there is silent from then on, and some begin again elsewhere. */
import type { Intervention } from '../campaign.ts';
import type { Gang } from '../gang.ts';
import type { Member } from '../member.ts';
import { liveOn } from '../privateLife.ts';
import type { Stage } from '../stage.ts';

/** Share of a raided crew that goes on somewhere else, with new cards and phones. */
const REGROUPS = 0.35;

export function raid(intervention: Intervention, gang: Gang, crew: readonly Member[], stage: Stage): void {
  const { random } = stage;
  const present = crew.filter((member) => member.isActiveOn(intervention.day));
  const refuge = random.below(stage.places.count);
  intervention.place = stage.places.site(crew[0]!.home).place;
  intervention.gangs.add(gang);
  let hasRegrouped = false;
  for (const member of present) {
    intervention.numbers.push(member);
    const wouldEnd = member.lastDay;
    member.lastDay = intervention.day - 1;
    // One at least begins again, or there would be nothing to learn from it.
    if (!random.chance(REGROUPS) && (hasRegrouped || member !== present.at(-1))) continue;
    hasRegrouped = true;
    const successor = stage.recruit(gang, refuge);
    successor.firstDay = Math.min(stage.days - 1, intervention.day + random.whole(3, 6));
    successor.lastDay = Math.min(stage.days - 1, wouldEnd + 8);
    successor.habits = member.habits;
    liveOn(member, successor);
    member.successor = successor;
    const note = stage.fraudNotes.get(member)!;
    stage.fraudNotes.set(member, { ...note, isBlocked: true });
    stage.fraudNotes.set(successor, { ...note, isBlocked: false, swapsHandset: false });
    stage.replacements.push({ old: member, new: successor, cut: intervention.day, isFraud: true });
  }
}
