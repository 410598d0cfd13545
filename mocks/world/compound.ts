/**
 * A compound across the border: its crew stands on a few border cells, works one shift, and depends on one power supply and one
 * network. What a cut does to it, and how it comes back, is decided here.
 */
import type { Day } from './day.ts';
import type { Gang } from './gang.ts';
import type { CellRule, Member } from './member.ts';
import { mix32, Random } from './random.ts';
import type { Stage } from './stage.ts';

/** What becomes of a member after a cut. */
export type Fate = 'stays' | 'moves' | 'leaves';

const fates: readonly Fate[] = ['stays', 'moves', 'stays', 'leaves', 'stays', 'stays', 'moves'];

/** Hours in which it can work, in seconds of the day. */
interface Window {
  readonly from: number;
  readonly to: number;
}

/** Cells that a crew uses at its place. */
const OWN_CELLS = 3;
/** Where those who move go: a border place that no cut meets. */
const REFUGE = 3;
/** Days after a network cut until a satellite terminal works, and until those on it are back on the network. */
const SATELLITE_AFTER = 2;
const SATELLITE_UNTIL = 12;
const MOVED_AFTER = 4;
/** Days of standstill after a power cut until generators run. */
const GENERATOR_AFTER = 1;
/** Days over which work comes back to what it was, nearly. */
const RECOVERY_DAYS = 12;

export class Compound {
  readonly gang: Gang;
  readonly borderPlace: number;
  /** Seconds of the day at which the shift begins and ends. */
  readonly shift: Window;
  readonly #stage: Stage;
  readonly #fates = new Map<Member, Fate>();
  #day = -1;
  #windows: readonly Window[] = [];

  constructor(gang: Gang, borderPlace: number, stage: Stage) {
    this.gang = gang;
    this.borderPlace = borderPlace;
    this.#stage = stage;
    const begins = stage.random.whole(9, 13) * 3_600;
    this.shift = { from: begins, to: begins + stage.random.whole(8, 10) * 3_600 };
  }

  get networkCut() {
    return this.#stage.campaign.cutOf('networkCut', this.borderPlace);
  }

  get powerCut() {
    return this.#stage.campaign.cutOf('powerCut', this.borderPlace);
  }

  /** Decides where a member will go when its place is cut, and puts it on the compound's cells. */
  house(member: Member): void {
    // In turn, so that even a small crew parts.
    const fate = fates[this.#fates.size % fates.length]!;
    this.#fates.set(member, fate);
    const cut = this.networkCut ?? this.powerCut;
    if (cut !== null && member.firstDay <= cut.day && member.lastDay > cut.day) {
      cut.gangs.add(this.gang);
      cut.numbers.push(member);
      if (fate === 'leaves' && member.successor === null) member.lastDay = cut.day;
    }
    member.cellRule = this.#cellRule;
  }

  /** A number that takes another's place goes where that one would have gone. */
  houseInPlaceOf(old: Member, member: Member): void {
    this.#fates.set(member, this.#fates.get(old) ?? 'stays');
    member.cellRule = this.#cellRule;
  }

  fateOf(member: Member): Fate {
    return this.#fates.get(member) ?? 'stays';
  }

  /** A second at which a member can call, or −1: shifts begin together, and everybody is back at once when the power is. */
  readonly when = (self: Member, day: Day): number => {
    const { random } = day;
    const today = day.index;
    if (!random.chance(this.#activity(self, today))) return -1;
    if (this.#day !== today) {
      this.#day = today;
      this.#windows = this.#windowsOn(today);
    }
    const windows = this.#windows;
    if (windows.length === 0) return -1;
    if (random.chance(0.1)) return random.pick(windows).from + random.below(300);
    let left = random.unit() * windows.reduce((sum, { from, to }) => sum + to - from, 0);
    for (const { from, to } of windows) {
      if (left < to - from) return from + Math.floor(left);
      left -= to - from;
    }
    return -1;
  };

  readonly #cellRule: CellRule = (self, day, second) => {
    const { places } = this.#stage;
    const step = (mix32(self.person * 131 + day * 24 + Math.floor(second / 3_600)) >>> 0) % OWN_CELLS;
    const cut = this.networkCut ?? this.powerCut;
    const since = cut === null ? -1 : day - cut.day;
    if (since >= MOVED_AFTER && this.fateOf(self) === 'moves') return places.borderCell(REFUGE, step);
    if (this.networkCut !== null && since >= SATELLITE_AFTER && since < SATELLITE_UNTIL) return places.satellite;
    return places.borderCell(this.borderPlace, step);
  };

  /** Share of its usual calls that a member can make. */
  #activity(self: Member, day: number): number {
    const cut = this.networkCut ?? this.powerCut;
    if (cut === null || day <= cut.day) return 1;
    const since = day - cut.day;
    if (this.fateOf(self) === 'moves') return since < MOVED_AFTER ? 0 : 0.85;
    const silent = this.networkCut === null ? GENERATOR_AFTER : SATELLITE_AFTER;
    if (since <= silent) return 0;
    return Math.min(0.9, 0.4 + (0.5 * (since - silent)) / RECOVERY_DAYS);
  }

  #windowsOn(day: number): Window[] {
    const { campaign, seed } = this.#stage;
    const random = new Random(seed, 7, this.gang.members[0]!.id, day);
    const { from, to } = this.shift;
    const lunch = from + Math.round((to - from) * 0.4);
    const power = campaign.cutOf('powerCut', this.borderPlace);
    // Fuel is dear: two blocks of hours.
    if (power !== null && day > power.day) return [{ from: from + 5_400, to: lunch }, { from: to - 9_000, to: to + 3_600 }];
    const windows = [{ from, to: lunch }, { from: lunch + 3_600, to }];
    if (power !== null && day === power.day) return windows.map((each) => ({ from: each.from, to: Math.min(each.to, power.second) })).filter((each) => each.to > each.from);
    if (!random.chance(0.18)) return windows;
    // The mains fail now and then; everybody waits.
    const out = random.whole(from, to - 9_000);
    const back = out + random.whole(2_400, 9_000);
    return windows.flatMap((each) => [{ from: each.from, to: Math.min(each.to, out) }, { from: Math.max(each.from, back), to: each.to }]).filter((each) => each.to - each.from > 300);
  }
}
