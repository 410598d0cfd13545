import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Network } from '../../analysis/answers.ts';
import { gatherCommunities, nodesByNumber } from './gatherCommunities.ts';
import { buildLinkGraph, pairId } from './linkGraphModel.ts';

const day = '2016-05-02T08:00:00+08:00';
const network = (links: readonly (readonly [string, string, number])[]): Network => ({
  nodes: [...new Set(links.flatMap(([from, to]) => [from, to]))].map((number) => ({ number, score: number === '12' ? 91 : 5, detectors: [], contacts: 9, hidden: 0, isOpen: number === '11', group: null })),
  edges: links.map(([from, to, calls]) => ({ from, to, calls, texts: 0, seconds: 10 * calls, first: day, last: day })),
  unknown: [], things: [], ties: [], kinds: [],
});
const graphOf = (links: readonly (readonly [string, string, number])[]) => buildLinkGraph(network(links), { kept: ['11'], hidden: [], bandsOff: [], kindsOff: [], minRecords: 1 });
/** 1x and 2x, joined by 12 → 21 and 22 → 11; 31 with 32 only. */
const links = [['11', '12', 4], ['11', '13', 5], ['12', '13', 6], ['21', '22', 1], ['22', '23', 2], ['12', '21', 7], ['22', '11', 3], ['31', '32', 1]] as const;
const communityOf = new Map(['11', '12', '13', '21', '22', '23', '31', '32'].map((number) => [number, Number(number[0])]));

test('a community is one node with its numbers, the calls inside and its highest score, and what leads out is summed', () => {
  const gathered = gatherCommunities(graphOf(links), { communityOf, names: null }, []);
  expect(gathered.nodes.map(({ number }) => number).sort()).toEqual(['11', '22', '31', '32']);
  expect(gathered.nodes.find(({ number }) => number === '11')).toMatchObject({ gathered: { numbers: expect.arrayContaining(['11', '12', '13']) as unknown, calls: 15 }, score: 91, band: 'high' });
  const across = gathered.pairs.find(({ id }) => id === pairId('11', '22'))!;
  expect(across).toMatchObject({ links: 2, records: 10, fromA: { calls: 7 }, fromB: { calls: 3 } });
  expect(gathered.pairs).toHaveLength(2);
});

test('opened by any of its numbers a community shows them all, and two numbers are none', () => {
  const opened = gatherCommunities(graphOf(links), { communityOf, names: null }, ['13']);
  expect(opened.nodes.filter(({ community }) => community === '11').map(({ number }) => number).sort()).toEqual(['11', '12', '13']);
  expect(opened.communities.map(({ head, isOpen }) => `${head} ${isOpen}`).sort()).toEqual(['11 true', '22 false']);
  expect(opened.nodes.find(({ number }) => number === '31')!.community).toBeNull();
});

test('whatever the communities, each number stands in one node and no call is lost', () => {
  const numbers = Array.from({ length: 12 }, (_, i) => String(i));
  const some = fc.array(fc.tuple(fc.constantFrom(...numbers), fc.constantFrom(...numbers), fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(some, fc.array(fc.nat(4), { minLength: 12, maxLength: 12 }), fc.subarray(numbers), (pairs, parts, split) => {
      const graph = graphOf(pairs);
      const gathered = gatherCommunities(graph, { communityOf: new Map(numbers.map((number, i) => [number, parts[i]!])), names: null }, split);
      expect([...nodesByNumber(gathered).keys()].sort()).toEqual(graph.nodes.map(({ number }) => number).sort());
      const calls = (of: typeof graph) => of.pairs.reduce((sum, pair) => sum + pair.records, 0);
      const inside = gathered.nodes.reduce((sum, node) => sum + (node.gathered?.calls ?? 0), 0);
      expect(calls(gathered) + inside).toBe(calls(graph));
      expect(gathered.pairs.reduce((sum, pair) => sum + pair.links, 0)).toBeLessThanOrEqual(graph.pairs.length);
    }),
  );
});
