/** The link graph alone, with as many numbers and links as asked for; driven from Node by `graphFrames.ts`. */
import '../../src/ui/tokens.css';
import { createRoot } from 'react-dom/client';
import { Random } from '../../mocks/world/random.ts';
import { LinkGraph } from '../../src/views/linkGraph/LinkGraph.tsx';
import { layOut } from '../../src/views/linkGraph/layOut.ts';
import { buildLinkGraph } from '../../src/views/linkGraph/linkGraphModel.ts';

declare global {
  interface Window {
    networkBench: {
      /** Frames and milliseconds from now on until `stop`. */
      readonly start: () => void;
      readonly stop: () => { readonly frames: number; readonly ms: number; readonly longestFrameMs: number };
    };
  }
}

const asked = new URLSearchParams(location.search);
const numbers = Number(asked.get('numbers') ?? 2000);
const links = Number(asked.get('links') ?? 6000);

/** Everyone hangs on one of the hubs; the other links are drawn at random, half of them within a hub's circle. */
function someGraph() {
  const random = new Random(20_260_608, numbers);
  const draw = () => random.unit();
  const hubs = Math.round(numbers / 40);
  const nameOf = (i: number) => `138${String(10_000_000 + i)}`;
  const nodes = Array.from({ length: numbers }, (_, i) => ({
    number: nameOf(i), score: i % 5 === 4 ? null : Math.floor(100 * draw() ** 3), detectors: [], contacts: 1 + Math.floor(500 * draw() ** 4), hidden: 0, isOpen: i < hubs, group: null,
  }));
  const pairs = new Map<string, readonly [number, number]>();
  const join = (a: number, b: number) => a !== b && pairs.set(`${Math.min(a, b)} ${Math.max(a, b)}`, [a, b]);
  for (let i = hubs; i < numbers; i++) join(i, i % hubs);
  while (pairs.size < links) {
    const a = Math.floor(numbers * draw());
    join(a, draw() < 0.5 ? (a % hubs) + hubs * Math.floor((numbers / hubs) * draw()) : Math.floor(numbers * draw()));
  }
  const day = '2026-05-02T08:00:00+08:00';
  const edges = [...pairs.values()].map(([a, b]) => ({ from: nameOf(a), to: nameOf(b), calls: 1 + Math.floor(40 * draw() ** 4), texts: 0, seconds: 60, first: day, last: day }));
  return buildLinkGraph({ nodes, edges, unknown: [], things: [], ties: [], kinds: [] }, { kept: nodes.map(({ number }) => number), hidden: [], bandsOff: [], kindsOff: [], minRecords: 1 });
}

const graph = someGraph();
const positions = layOut({ nodes: graph.nodes.map(({ number, size }) => ({ number, size, group: null, isFixed: false })), pairs: graph.pairs, places: {} });
const ignore = () => undefined;

createRoot(document.querySelector('#root')!).render(
  <div style={{ display: 'flex', width: '100vw', height: '100vh' }}>
    <LinkGraph
      graph={graph}
      positions={positions}
      pinned={[]}
      selected={null}
      group={[]}
      tool="move"
      chosenPair={null}
      summary={`${graph.nodes.length} numbers, ${graph.pairs.length} links`}
      camera={null}
      onSelect={ignore}
      onMark={ignore}
      onChoosePair={ignore}
      onExpand={ignore}
      onOpenPair={ignore}
      onMove={ignore}
    />
  </div>,
);

let startedAt = 0;
let lastAt = 0;
let frames = 0;
let longestFrameMs = 0;
let frame = 0;

window.networkBench = {
  start() {
    startedAt = lastAt = performance.now();
    frames = longestFrameMs = 0;
    frame = requestAnimationFrame(function next() {
      const now = performance.now();
      frames++;
      longestFrameMs = Math.max(longestFrameMs, now - lastAt);
      lastAt = now;
      frame = requestAnimationFrame(next);
    });
  },
  stop() {
    cancelAnimationFrame(frame);
    return { frames, ms: performance.now() - startedAt, longestFrameMs };
  },
};
