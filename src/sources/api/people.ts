import * as z from 'zod/mini';
import type { Person } from '../../analysis/answers.ts';

export const personSchema = z.object({
  id: z.string().check(z.minLength(1)),
  name: z.string(),
  role: z.enum(['analyst', 'supervisor']),
}) satisfies z.ZodMiniType<Person>;
