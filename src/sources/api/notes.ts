import * as z from 'zod/mini';
import type { Note } from '../../analysis/notes.ts';
import { MAX_NOTE } from '../../analysis/notes.ts';
import { number } from './common.ts';

export const noteSchema = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(100)),
  number,
  text: z.string().check(z.maxLength(MAX_NOTE)),
  at: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)),
  by: z.string(),
}) satisfies z.ZodMiniType<Note>;

export const notesSchema = z.array(noteSchema);

/** Most notes of one request. */
const MAX_NOTES = 100;
export const notesRequestSchema = z.array(noteSchema).check(z.minLength(1), z.maxLength(MAX_NOTES));
