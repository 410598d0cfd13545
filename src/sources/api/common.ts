/**
 * Schemas that several resources share. They are zod/mini's, which tree-shakes and never compiles code at run time: the
 * page's security policy forbids eval.
 */
import * as z from 'zod/mini';
import type { DayWindow, Page } from '../../analysis/answers.ts';
import { parseDay } from '../../records/days.ts';
import { listRoles } from '../../records/recordTables.ts';
import { detectorIds } from '../../scoring/detectorIds.ts';
import { featureNames } from '../../features/featureNames.ts';

/** Most rows of one page. */
const MAX_PAGE = 500;

export const count = z.int().check(z.minimum(0));
export const share = z.number().check(z.minimum(0), z.maximum(1));
/** 100 × probability. */
export const score = z.number().check(z.minimum(0), z.maximum(100));
export const percentile = z.number().check(z.minimum(0), z.maximum(100));
/** A phone number in its folded form, or whatever stands for one. */
export const number = z.string().check(z.minLength(1));
/** `YYYY-MM-DD`. */
export const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
/** Local time with its offset: `2016-09-01T06:01:12+08:00`. */
export const time = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}$/));
export const detector = z.enum(detectorIds);

/** Fingerprint of a shipped model; empty where none was noted. */
export const model = z.string().check(z.regex(/^([0-9a-f]{8})?$/));
export const feature = z.enum(featureNames);
export const listRole = z.enum(listRoles);

/** Parameters of a window: both or neither; neither is the whole span. */
export const windowParameters = {
  from: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/), z.refine((text) => !Number.isNaN(parseDay(text)), 'no such day'))),
  to: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/), z.refine((text) => !Number.isNaN(parseDay(text)), 'no such day'))),
};

export interface WindowParameters {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Refuses half a window, and one that ends before it begins. */
export const wholeWindow = z.refine<WindowParameters>(
  ({ from, to }) => (from === undefined) === (to === undefined) && (from === undefined || to === undefined || from <= to),
  { error: 'from and to go together, from not after to', path: ['from'] },
);

export function fromWindow(window: DayWindow | null): WindowParameters {
  return window === null ? {} : { from: window.from, to: window.to };
}

export function toWindow({ from, to }: WindowParameters): DayWindow | null {
  return from === undefined || to === undefined ? null : { from, to };
}

export const pageParameters = {
  offset: z._default(count, 0),
  limit: z._default(z.int().check(z.minimum(1), z.maximum(MAX_PAGE)), 50),
};

export function toPage({ offset, limit }: Page): Page {
  return { offset, limit };
}
