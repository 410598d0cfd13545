/** Decisions written into answers that are already on the screen. */
import type { Decision, Dossier, SuspectPage } from '../../analysis/answers.ts';

export type Verdict = Pick<Decision, 'status' | 'assignee'>;

/** The page with the decisions in it; the same page where none concerns it, so that nothing is drawn anew. */
export function withVerdicts(page: SuspectPage, verdicts: ReadonlyMap<string, Verdict>): SuspectPage {
  if (!page.rows.some((row) => verdicts.has(row.number))) return page;
  return {
    ...page,
    rows: page.rows.map((row) => {
      const verdict = verdicts.get(row.number);
      return verdict === undefined ? row : { ...row, status: verdict.status, assignee: verdict.assignee };
    }),
  };
}

/** Status and assignee of the numbers as the pages have them; the last page that names a number counts. */
export function verdictsIn(pages: readonly SuspectPage[], numbers: ReadonlySet<string>): ReadonlyMap<string, Verdict> {
  const rows = pages.flatMap((page) => page.rows).filter((row) => numbers.has(row.number));
  return new Map(rows.map(({ number, status, assignee }) => [number, { status, assignee }]));
}

export function withDecision(dossier: Dossier, decisions: ReadonlyMap<string, Decision>): Dossier {
  const decision = decisions.get(dossier.number);
  return decision === undefined ? dossier : { ...dossier, decision };
}
