import * as z from 'zod/mini';
import { count, day } from './common.ts';

/** Where the demo keeps what really happened in its case, apart from what the program finds. */
export const DEMO_STORY_ADDRESS = '/demo/story.json';

/** What happened in the demo's case, told by the world it was simulated in. */
export const demoStorySchema = z.object({
  /** One caller, and who stands behind it. */
  chain: z.object({
    number: z.string(),
    called: count,
    believed: count,
    paid: count,
    yuan: count,
    outlet: z.string(),
    merchant: z.string(),
    contract: z.string(),
    insider: z.string(),
    /** Other numbers of the case that came from the same insider's contracts. */
    suppliedToo: count,
  }),
  /** What a network cut did to a compound. */
  cut: z.object({
    day,
    place: z.string(),
    firstDay: day,
    /** Calls that the compound's numbers made, by day from `firstDay`. */
    callsByDay: z.array(count),
    before: z.number(),
    during: z.number(),
    reboundDays: z.nullable(count),
    numbers: z.array(z.string()),
    moved: z.array(z.string()),
  }),
  /** Who took the place of the numbers that a raid silenced. */
  replaced: z.object({
    day,
    place: z.string(),
    silenced: count,
    pairs: z.array(z.object({ old: z.string(), new: z.string() })),
  }),
});

export type DemoStory = z.infer<typeof demoStorySchema>;
