/** Work that stops now and then, so that whoever waits for something else is answered in between. */
export type Pauses<Result = void> = Generator<undefined, Result>;

/** The result of work in steps, without a pause. */
export function atOnce<Result>(work: Generator<unknown, Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
