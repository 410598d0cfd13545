import { endsOf } from '../../views/linkGraph/gatherCommunities.ts';
import { thingOf } from '../../views/linkGraph/graphThings.ts';
import type { GraphPair } from '../../views/linkGraph/linkGraphModel.ts';

/** Where the records of a link are shown, for `Link` and `navigate`: in the dossier of one end. Registers and transfers are whole there. */
export function recordsLink(pair: GraphPair) {
  const to = '/numbers/$number' as const;
  if (pair.tie === null) {
    const [a, b] = endsOf(pair);
    return { to, params: { number: a }, search: { other: b } };
  }
  const [number, thing] = pair.numbers;
  const name = thingOf(thing)?.name;
  return { to, params: { number }, search: pair.tie === 'device' ? { imei: name } : pair.tie === 'cell' ? { cell: name } : {} };
}
