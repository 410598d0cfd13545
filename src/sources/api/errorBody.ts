import * as z from 'zod/mini';

/** What every answer other than 2xx carries. `code` is for programs, `message` says what and where. */
export const errorBody = z.object({ code: z.string(), message: z.string() });
export type ErrorBody = z.output<typeof errorBody>;
