import { expect, test } from 'vitest';
import type { GraphPalette } from './graphPalette.ts';
import { graphSvg } from './graphSvg.ts';
import { buildLinkGraph } from './linkGraphModel.ts';

const palette: GraphPalette = {
  surface: '#fff', ink: '#111', dim: '#555', mark: '#777', line: '#ddd', lineStrong: '#bbb', track: '#eee', accent: '#00f', categories: ['#c0', '#c1', '#c2', '#c3', '#c4', '#c5'], warm: ['#1', '#2', '#3', '#4', '#5', '#6'],
};
const time = '2026-06-01T08:00:00+08:00';
const node = (number: string, score: number | null) => ({ number, score, detectors: [], contacts: 3, hidden: 0, isOpen: number === '1', group: null });
const graph = buildLinkGraph(
  { nodes: [node('1', 95), node('2', null), node('<&">', 10)], edges: [{ from: '1', to: '2', calls: 2, texts: 0, seconds: 9, first: time, last: time }], unknown: [], things: [], ties: [], kinds: [] },
  { kept: ['<&">'], hidden: [], bandsOff: [], kindsOff: [], minRecords: 1 },
);

test('the picture holds every number and link that has a place, inside its frame', () => {
  const positions = { 1: { x: -500, y: -20 }, 2: { x: 300, y: 900 }, '<&">': { x: 0, y: 0 } };
  const { svg, widthPx, heightPx } = graphSvg(graph, positions, palette, ({ number }) => `no. ${number}`, 'Around 1 & 2', 'Noto Sans, "Noto Sans SC"');
  expect(svg.match(/<line /g)).toHaveLength(1);
  for (const text of ['no. 1', 'no. 2', 'no. &lt;&amp;&quot;&gt;', 'Around 1 &amp; 2']) expect(svg).toContain(`>${text}</text>`);
  expect(widthPx).toBeGreaterThan(800);
  expect(heightPx).toBeGreaterThan(920);
  // Every text is closed and nothing of a number is read as markup.
  expect(svg.match(/<text /g)).toHaveLength(svg.match(/<\/text>/g)!.length);
});

test('a number without a place is left out with its links', () => {
  const { svg } = graphSvg(graph, { 1: { x: 0, y: 0 } }, palette, String, '', 'sans-serif');
  expect(svg.match(/<line /g)).toBeNull();
  expect(svg).not.toContain('>2</text>');
});

test('a device is drawn in its own shape, its tie broken, and an opened community has its frame', () => {
  const tie = { kind: 'device' as const, name: '867409131', number: '1', records: 4, first: null, last: null };
  const withDevice = buildLinkGraph(
    { nodes: [node('1', 95)], edges: [], unknown: [], things: [{ kind: 'device', name: '867409131', numbers: 3, hidden: 2, isOpen: false }], ties: [tie], kinds: ['device'] },
    { kept: [], hidden: [], bandsOff: [], kindsOff: [], minRecords: 1 },
  );
  const communities = [{ head: '1', name: null, members: ['1', ':device:867409131'], callsInside: 0, isOpen: true }];
  const positions = { 1: { x: 0, y: 0 }, ':device:867409131': { x: 100, y: 40 } };
  const { svg } = graphSvg({ ...withDevice, communities }, positions, palette, ({ number }) => number, '', 'sans');
  expect(svg).toMatch(/<polygon points="[^"]+" fill="#fff" stroke="#c0"/);
  expect(svg).toMatch(/<line [^>]+stroke-dasharray="3 3"/);
  expect(svg).toContain('<rect x="-52.0" y="-28.0" width="204.0" height="112.0"');
});

test('of many nodes every one is drawn, and labels only where there is room for them', () => {
  const names = Array.from({ length: 400 }, (_, i) => `138000000${i}`);
  const many = buildLinkGraph(
    { nodes: names.map((number) => node(number, 10)), edges: [], unknown: [], things: [], ties: [], kinds: [] },
    { kept: names, hidden: [], bandsOff: [], kindsOff: [], minRecords: 1 },
  );
  const positions = Object.fromEntries(names.map((number, i) => [number, { x: (i % 20) * 30, y: Math.floor(i / 20) * 30 }]));
  const { svg } = graphSvg(many, positions, palette, ({ number }) => number, '', 'sans');
  expect(svg.match(/<circle [^>]*stroke="#777"/g)).toHaveLength(400);
  expect(svg.match(/<text /g)!.length).toBeLessThan(200);
});
