import { rotatingDevice, type Habit, type Member } from '../member.ts';
import { sharedAddress } from '../privateLife.ts';
import { mix32 } from '../random.ts';
import { rhythms } from '../rhythm.ts';
import { hexadecimal } from '../supply.ts';
import { dealDisguises, disguise, employ, firstGeneration } from './disguise.ts';
import { worksExceptOneDayIn } from './leads.ts';
import type { Role } from './role.ts';
import { seemsHuman } from './simBox.ts';

/** Share of a farm's numbers whose holders also have a bank card that takes money in. */
const WITH_BANK_CARD = 0.35;

/** Cards that sit in modems and take verification codes for whoever rents them; behind each, accounts made in bulk (接码). */
export const codeReceiver: Role = {
  name: 'codeReceiver',
  side: 'fraud',
  weight: 3,
  cast(count, stage) {
    const { random } = stage;
    const plans = dealDisguises(firstGeneration(count), stage);
    while (plans.length > 0) {
      const gang = stage.formGang('codeReceiver');
      const cards = plans.splice(0, plans.length < 14 ? plans.length : random.whole(6, 24));
      const slots = Array.from({ length: Math.max(2, Math.round(cards.length / random.between(1, 4))) }, () => stage.handsets.modem());
      const flat = random.below(stage.places.count);
      const begins = Math.floor(stage.days * random.between(0, 0.6));
      const farm: Farm = {
        devices: Array.from({ length: random.whole(2, 5) }, () => `d${hexadecimal(random.u32(), 1)}${hexadecimal(random.u32(), 2)}`),
        addresses: Array.from({ length: random.whole(1, 3) }, () => sharedAddress(mix32(random.u32()))),
      };
      const crew: Member[] = [];
      for (const plan of cards) {
        const member = stage.recruit(gang, flat);
        crew.push(member);
        member.imeis = slots;
        member.device = rotatingDevice;
        employ(member, begins, random.whole(8, 35), stage);
        const codes = takesCodes(plan.isLowVolume ? random.between(1, 4) : random.logNormal(12, 0.5), farm);
        const habits: Habit[] = [(self, day) => worksExceptOneDayIn(4)(self, day.index) && codes(self, day), staysAlive];
        if (plan.hasPersonalUse) habits.push(seemsHuman(crew, random.between(1, 5)));
        member.habits = habits;
        if (random.chance(WITH_BANK_CARD)) gang.ring.mules.push(member);
        disguise(member, plan, stage, (successor) => crew.push(successor));
      }
    }
  },
};

interface Farm {
  readonly devices: readonly string[];
  readonly addresses: readonly string[];
}

function takesCodes(codes: number, farm: Farm): Habit {
  return (self, day) => {
    const { random, stage } = day;
    for (let left = random.poisson(codes); left > 0; left--) {
      const index = random.below(stage.messageSenders.length);
      const at = day.moment(rhythms.shopping);
      day.text(stage.messageSenders[index]!, self, at);
      if (!random.chance(0.85)) continue;
      const platform = stage.platforms[index]!;
      day.signUp(self, platform, at + random.whole(4, 40), random.pick(farm.devices), random.pick(farm.addresses));
      let accounts = stage.fraudAccounts.get(self);
      if (!accounts) stage.fraudAccounts.set(self, (accounts = new Map()));
      accounts.set(platform, (accounts.get(platform) ?? 0) + 1);
    }
  };
}

/** A short call or message of its own every few days, so that the operator does not take the card for dead. */
const staysAlive: Habit = (self, day) => {
  const { random, stage } = day;
  if (!random.chance(0.35)) return;
  const other = stage.stranger(random);
  if (random.chance(0.4)) day.text(self, other, day.moment(rhythms.shopping));
  else day.call(self, other, day.moment(rhythms.shopping), day.talk(9, 0.6, 0.6));
};
