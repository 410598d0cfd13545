import type { DemoStory } from '../../src/sources/api/demoStory.ts';
import type { ChainTruth, HopKind, Truth } from './truth.ts';

/**
 * The story that a lived-through world tells: the caller behind whom most is known, the network cut, and the raid.
 * @throws RangeError when the world has none of these: it is too short or too small to be a demo
 */
export function storyOf(truth: Truth): DemoStory {
  const cut = truth.interventions().find(({ kind }) => kind === 'networkCut');
  const raid = truth.interventions().find(({ kind }) => kind === 'raid');
  const chains = [...truth.chains()];
  const told = chains.filter(isWhole).toSorted((a, b) => yuanOf(b) - yuanOf(a))[0];
  if (cut === undefined || cut.before === null || cut.during === null || raid === undefined || told === undefined) throw new RangeError('this world has no story to tell');

  const hopTo = ({ hops }: ChainTruth, kind: HopKind) => hops.find((hop) => hop.kind === kind)?.to;
  const to = (kind: HopKind) => hopTo(told, kind)!;
  const victims = told.hops.filter(({ kind }) => kind === 'victim');
  const moved = new Set(truth.compounds.flatMap(({ members }) => members.filter(({ afterCut }) => afterCut === 'moves').map(({ number }) => number)));
  const silenced = new Set(raid.numbers);
  return {
    chain: {
      number: told.number, called: truth.callsMadeBy(told.number), believed: victims.length, paid: victims.filter(({ paid }) => paid! > 0).length, yuan: yuanOf(told),
      outlet: to('outlet'), merchant: to('merchant'), contract: to('pool'), insider: to('insider'),
      suppliedToo: chains.filter((chain) => hopTo(chain, 'insider') === to('insider')).length - 1,
    },
    cut: {
      day: cut.date, place: cut.place, firstDay: truth.from, callsByDay: [...cut.callsByDay], before: Math.round(cut.before), during: Math.round(cut.during),
      reboundDays: cut.reboundDays, numbers: [...cut.numbers], moved: cut.numbers.filter((number) => moved.has(number)),
    },
    replaced: {
      day: raid.date, place: raid.place, silenced: raid.numbers.length,
      pairs: truth.replacements.filter((pair) => silenced.has(pair.old) && pair.cut === raid.date).map((pair) => ({ old: pair.old, new: pair.new })),
    },
  };
}

function isWhole({ hops }: ChainTruth): boolean {
  return (['victim', 'device', 'outlet', 'merchant', 'pool', 'insider'] as const).every((kind) => hops.some((hop) => hop.kind === kind));
}

function yuanOf({ hops }: ChainTruth): number {
  return hops.reduce((sum, { paid }) => sum + (paid ?? 0), 0);
}
