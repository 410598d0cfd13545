/** Set algebra over numbers. A list may hold a million, so the question is posted. */
import * as z from 'zod/mini';
import { parseScene, formatScene } from '../../analysis/compare/sceneText.ts';
import type { Collision, CollisionQuery, NumberSource } from '../../analysis/sets/collision.ts';
import { isSetName, parseSetExpression, SetExpressionError } from '../../analysis/sets/setExpression.ts';
import { count, detector, fromWindow, listRole, number, score, toWindow, wholeWindow, windowParameters } from './common.ts';

const MOST_SETS = 26;
/** About five million numbers. */
const MOST_CHARACTERS = 64_000_000;

const sceneText = z.string().check(z.refine((text) => parseScene(text) !== null, 'not a scene: from/to/cell,cell'));
const sourceSchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('numbers'), text: z.string().check(z.maxLength(MOST_CHARACTERS)) }),
  z.strictObject({ is: z.literal('list'), name: z.string(), role: listRole }),
  z.strictObject({ is: z.literal('scene'), scene: sceneText, metres: z.int().check(z.minimum(0), z.maximum(100_000)) }),
  z.strictObject({ is: z.literal('devices'), devices: z.array(z.string().check(z.minLength(1))).check(z.minLength(1), z.maxLength(1000)) }),
  z.strictObject({ is: z.literal('suspects'), detectors: z.array(detector), minScore: score }),
]);

/** The body: `expression` is over the names of `sets`; a scene is written `from/to/cell,cell`. */
export const collisionRequestSchema = z.strictObject({
  ...windowParameters,
  sets: z.array(z.strictObject({ name: z.string().check(z.refine(isSetName, 'not a name')), source: sourceSchema })).check(z.minLength(1), z.maxLength(MOST_SETS)),
  expression: z.string().check(z.minLength(1), z.maxLength(2000)),
  keepsLeftAlone: z.boolean(),
  isWhole: z.boolean(),
}).check(wholeWindow, z.superRefine(({ sets, expression }, context) => {
  const problem = expressionProblem(expression, sets.map(({ name }) => name));
  if (problem !== null) context.issues.push({ code: 'custom', message: problem, path: ['expression'], input: expression });
}));

function expressionProblem(expression: string, names: readonly string[]): string | null {
  try {
    parseSetExpression(expression, new Set(names));
    return null;
  } catch (error) {
    if (error instanceof SetExpressionError) return error.message;
    throw error;
  }
}

export const collisionSchema = z.object({
  sets: z.array(z.object({ name: z.string(), count, unread: count, unknown: z.array(z.string()) })),
  total: count,
  inRecords: count,
  leftAlone: count,
  keptAlone: z.boolean(),
  rows: z.array(z.object({ number, score: z.nullable(score), sets: z.array(z.string()), records: count })),
  text: z.nullable(z.string()),
}) satisfies z.ZodMiniType<Collision>;

type Body = z.output<typeof collisionRequestSchema>;

export function fromCollisionQuery({ window, sets, ...rest }: CollisionQuery): Body {
  return { ...fromWindow(window), ...rest, sets: sets.map(({ name, source }) => ({ name, source: fromSource(source) })) };
}

export function toCollisionQuery({ from, to, sets, ...rest }: Body): CollisionQuery {
  return { window: toWindow({ from, to }), ...rest, sets: sets.map(({ name, source }) => ({ name, source: toSource(source) })) };
}

type SourceBody = z.output<typeof sourceSchema>;

function fromSource(source: NumberSource): SourceBody {
  switch (source.is) {
    case 'scene':
      return { ...source, scene: formatScene(source.scene) };
    case 'devices':
      return { ...source, devices: [...source.devices] };
    case 'suspects':
      return { ...source, detectors: [...source.detectors] };
    default:
      return source;
  }
}

function toSource(source: SourceBody): NumberSource {
  if (source.is !== 'scene') return source;
  const scene = parseScene(source.scene);
  if (scene === null) throw new RangeError(source.scene); // refused by the schema before
  return { ...source, scene };
}
