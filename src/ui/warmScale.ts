/** Steps of the warm sequential scale of `tokens.css`. */
export const warmSteps = 6;

/** CSS colour of a share 0–1 on the warm scale; scores only. */
export function warmScale(share: number): string {
  return `var(--warm-${Math.min(warmSteps - 1, Math.max(0, Math.floor(share * warmSteps)))})`;
}
