import type { WorldOptions } from './simulateWorld.ts';

/** The world behind the demo; `npm run world -- --seed 7 --numbers 3000 --days 60 --fraud-share 0.03 --layout caller-callee --out DIR` writes the same files. */
export const demoWorld: WorldOptions = { seed: 7, numbers: 3_000, days: 60, fraudShare: 0.03 };
