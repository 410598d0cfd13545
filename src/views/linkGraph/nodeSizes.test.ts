import { expect, test } from 'vitest';
import type { Network } from '../../analysis/answers.ts';
import { buildLinkGraph } from './linkGraphModel.ts';
import { sizeByMeasure, sizeRange } from './nodeSizes.ts';

const contact = { first: '2016-05-02T08:00:00+08:00', last: '2016-05-02T08:00:00+08:00', calls: 1, texts: 0, seconds: 1 };
const network: Network = {
  nodes: ['1', '2', '3'].map((number) => ({ number, score: null, detectors: [], contacts: 3, hidden: 0, isOpen: number === '1', group: null })),
  edges: ['2', '3'].map((to) => ({ from: '1', to, ...contact })),
  unknown: [], things: [], ties: [], kinds: [],
};
const graph = buildLinkGraph(network, { kept: [], hidden: [], bandsOff: [], kindsOff: [], minRecords: 1 });
const sizes = (of: typeof graph) => Object.fromEntries(of.nodes.map(({ number, size }) => [number, size]));

test('the largest disc is that of the highest value, and half the value is half the way there by area', () => {
  const sized = sizeByMeasure(graph, { measure: 'betweenness', values: new Map([['1', 1], ['2', 0.5], ['3', 0]]) });
  expect(sizes(sized)).toEqual({ 1: 36, 2: Math.sqrt((36 ** 2 + 12 ** 2) / 2), 3: 12 });
  expect(sizeRange(sized)).toEqual({ least: 0, most: 1 });
});

test('a number that has not been measured yet is small and has no value; nothing measured has no range', () => {
  const sized = sizeByMeasure(graph, { measure: 'degree', values: new Map([['1', 2]]) });
  expect(sizes(sized)).toEqual({ 1: 36, 2: 12, 3: 12 });
  expect(sizeRange(sized)).toEqual({ least: 2, most: 2 });
  expect(sizeRange(sizeByMeasure(graph, { measure: 'degree', values: new Map() }))).toBeNull();
});

test('by contacts in the dataset nothing has to be measured', () => {
  expect(sizeByMeasure(graph, null)).toBe(graph);
  expect(sizeRange(graph)).toEqual({ least: 3, most: 3 });
});
