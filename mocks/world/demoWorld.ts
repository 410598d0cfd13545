import type { WorldOptions } from './simulateWorld.ts';

/** The world behind the demo; `npm run world -- --seed 8 --numbers 2000 --days 60 --fraud-share 0.04 --layout caller-callee --out DIR` writes the same files. */
export const demoWorld: WorldOptions = { seed: 8, numbers: 2_000, days: 60, fraudShare: 0.04 };
