import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Network, NetworkEdge, NetworkNode } from '../../analysis/answers.ts';
import type { GraphFilter } from './linkGraphModel.ts';
import { buildLinkGraph, joinPairs, pairId, scoreBands } from './linkGraphModel.ts';

const all: GraphFilter = { kept: [], hidden: [], bandsOff: [], kindsOff: [], minRecords: 1 };
const node = (number: string, part: Partial<NetworkNode> = {}): NetworkNode => ({ number, score: 20, detectors: [], contacts: 1, hidden: 0, isOpen: false, group: null, ...part });
const edge = (from: string, to: string, part: Partial<NetworkEdge> = {}): NetworkEdge => ({
  from, to, calls: 1, texts: 0, seconds: 30, first: '2016-05-02T08:00:00+08:00', last: '2016-05-02T08:00:00+08:00', ...part,
});
const network: Network = {
  nodes: [node('1', { isOpen: true, contacts: 12, score: 95 }), node('2', { score: null }), node('3', { score: 60, contacts: 40 }), node('4')],
  edges: [edge('1', '2', { calls: 5 }), edge('2', '1', { texts: 2, calls: 0 }), edge('3', '1'), edge('3', '4', { calls: 2 }), edge('1', '4', { calls: 9 })],
  unknown: [], things: [], ties: [], kinds: [],
};

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

test('both directions of a pair are one line that keeps what each side did', () => {
  const pair = joinPairs(network.edges).find((found) => found.id === pairId('2', '1'))!;
  expect(pair).toMatchObject({ a: '1', b: '2', records: 7, fromA: { calls: 5, texts: 0 }, fromB: { calls: 0, texts: 2 } });
});

test('no call or text is lost or counted twice when directions are joined', () => {
  const edges = fc.array(
    fc.record({ from: fc.constantFrom('1', '2', '3'), to: fc.constantFrom('1', '2', '3'), calls: fc.nat(50), texts: fc.nat(50), seconds: fc.nat(999) }).map((part) => edge(part.from, part.to, part)),
  );
  fc.assert(
    fc.property(edges, (edges) => {
      const pairs = joinPairs(edges);
      expect(sum(pairs.map((pair) => pair.records))).toBe(sum(edges.map((one) => one.calls + one.texts)));
      expect(sum(pairs.map((pair) => pair.fromA.seconds + pair.fromB.seconds))).toBe(sum(edges.map((one) => one.seconds)));
      expect(new Set(pairs.map((pair) => pair.id)).size).toBe(pairs.length);
      expect(pairs.every((pair) => pair.a <= pair.b)).toBe(true);
    }),
  );
});

test('the badge counts every contact that is not drawn, whether the source left it out or the filter did', () => {
  expect(buildLinkGraph(network, all).nodes.find((found) => found.number === '1')!.notShown).toBe(9);
  expect(buildLinkGraph(network, { ...all, bandsOff: ['unscored'] }).nodes.find((found) => found.number === '1')!.notShown).toBe(10);
});

test('an opened number stays on the screen whatever the filter, and nothing hangs in the air', () => {
  const filter = fc.record({
    kept: fc.constant([]), hidden: fc.subarray(['2', '3', '4']), bandsOff: fc.subarray([...scoreBands]), kindsOff: fc.constant([]), minRecords: fc.integer({ min: 1, max: 12 }),
  });
  fc.assert(
    fc.property(filter, (filter) => {
      const graph = buildLinkGraph(network, filter);
      const shown = new Set(graph.nodes.map((found) => found.number));
      expect(shown.has('1')).toBe(true);
      expect(graph.pairs.every((pair) => shown.has(pair.a) && shown.has(pair.b) && pair.records >= filter.minRecords)).toBe(true);
      for (const found of graph.nodes) expect(found.isOpen || graph.pairs.some((pair) => pair.a === found.number || pair.b === found.number)).toBe(true);
      expect(graph.nodes.length + graph.filtered).toBe(network.nodes.length);
    }),
  );
});

test('the legend counts what the files hold, not what the filter leaves', () => {
  expect(buildLinkGraph(network, { ...all, bandsOff: ['low', 'unscored'] }).bandCounts).toEqual({ high: 1, suspect: 1, low: 1, unscored: 1 });
});
