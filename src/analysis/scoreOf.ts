/** The score shown for log-odds: 100 × probability. Every comparison with a score goes through here, so that filters and rows agree. */
export function scoreOf(logOdds: number): number {
  return 100 / (1 + Math.exp(-logOdds));
}
