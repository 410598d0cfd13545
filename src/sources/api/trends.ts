import * as z from 'zod/mini';
import { trendMeasures } from '../../analysis/answers.ts';
import type { TrendQuery, Trends } from '../../analysis/answers.ts';
import { detectorIds } from '../../scoring/detectorIds.ts';
import { count, day, fromWindow, toWindow, wholeWindow, windowParameters } from './common.ts';
import type { ParameterValue } from './parameters.ts';

export const trendsSchema = z.object({
  weeks: z.array(day),
  isPartial: z.array(z.boolean()),
  series: z.array(z.object({ key: z.enum([...detectorIds, 'suspects']), values: z.array(count) })),
  all: z.array(count),
}) satisfies z.ZodMiniType<Trends>;

export const trendParameters = z.strictObject({
  ...windowParameters,
  by: z._default(z.enum(['detector']), 'detector'),
  measure: z._default(z.enum(trendMeasures), 'numbers'),
}).check(wholeWindow);

export function fromTrendQuery({ window, by, measure }: TrendQuery): Record<string, ParameterValue> {
  return { ...fromWindow(window), by, measure };
}

export function toTrendQuery({ from, to, by, measure }: z.output<typeof trendParameters>): TrendQuery {
  return { window: toWindow({ from, to }), by, measure };
}
