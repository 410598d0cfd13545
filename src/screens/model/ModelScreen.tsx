import { useQuery } from '@tanstack/react-query';
import card from '../../scoring/scorecard.json' with { type: 'json' };
import { evaluation } from '../../scoring/evaluation.ts';
import { scorecard } from '../../scoring/scorecard.ts';
import { caseQueries, useCase } from '../../sources/useCase.tsx';
import { useReady } from '../../state/ready.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import table from '../../views/recordsTable/dataTable.module.css';
import { featureFigure, featureName } from '../../words/features.ts';
import { useFormat } from '../../words/format.ts';
import { glossary } from '../../words/glossary.ts';
import { useLanguage, useTexts } from '../../words/language.tsx';
import { CurveChart } from './CurveChart.tsx';
import { Failures, HowWell } from './HowWell.tsx';
import classes from './ModelScreen.module.css';
import { modelTexts } from './modelTexts.ts';
import { provenanceText } from './provenanceText.ts';

/** What is behind a score: what it was fitted on, how well it does, where it fails, what each feature does. */
export function ModelScreen() {
  const t = useTexts(modelTexts);
  const g = useTexts(glossary);
  const format = useFormat();
  useReady(true);
  const { provenance } = card;
  return (
    <>
      <ScreenHeader title={g.model} shown={t.shown(format.dayWithYear(evaluation.date), evaluation.commit ?? '–')} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls, so it must be reachable */}
      <section className={classes.body} tabIndex={0} aria-label={g.model}>
        <section>
          <h2>{t.means}</h2>
          <p>{t.meansText}</p>
          <p>{t.meansRate}</p>
        </section>
        <section>
          <h2>{t.fitted}</h2>
          <dl className={classes.facts}>
            <dt>{t.data}</dt>
            <Provenance text={provenance.data} />
            <dt>{t.rows}</dt>
            <dd>{t.rowsOf(format.count(provenance.rows), format.count(provenance.fraudulent))}</dd>
            <dt>{t.licence}</dt>
            <dd lang="en">{provenance.licence}</dd>
            <dt>{t.split}</dt>
            <Provenance text={provenance.split} />
            <dt>{t.method}</dt>
            <Provenance text={provenance.method} />
            <dt>{t.date}</dt>
            <dd>{format.dayWithYear(provenance.date)}</dd>
            <dt>{t.script}</dt>
            <dd><code>npm run fit</code>, <code>npm run evaluate</code></dd>
          </dl>
          <p>{t.noSimulator}</p>
        </section>
        <HowWell evaluation={evaluation} />
        <Failures evaluation={evaluation} />
        <EvidenceHere />
        <Curves />
      </section>
    </>
  );
}

function Provenance({ text }: { text: string }) {
  const told = provenanceText(text, useLanguage());
  return <dd lang={told.lang}>{told.text}</dd>;
}

/** What of the model the dataset at hand can fill. */
function EvidenceHere() {
  const t = useTexts(modelTexts);
  const language = useLanguage();
  const format = useFormat();
  const source = useCase();
  const { data, error, refetch } = useQuery(caseQueries.summary(source, null));
  return (
    <section>
      <h2>{t.here}</h2>
      {error !== null && <ErrorState error={error} where={t.here} onRetry={() => void refetch()} />}
      {data !== undefined && (
        <>
          <p>{t.hereShare(data.name, format.share(data.evidence.median), format.share(data.evidence.most))}</p>
          <p>{data.evidence.missing.length === 0 ? t.hereAll : t.hereMissing(data.evidence.missing.map((feature) => featureName(feature, language)).join(t.comma))}</p>
        </>
      )}
    </section>
  );
}

function Curves() {
  const t = useTexts(modelTexts);
  const language = useLanguage();
  const format = useFormat();
  const all = scorecard.groups.flatMap(({ terms }) => terms.flatMap(({ values }) => values));
  const least = Math.min(0, ...all);
  const most = Math.max(0, ...all);
  return (
    <section>
      <h2>{t.curves}</h2>
      <p>{t.curvesWhy}</p>
      <ul className={classes.curves}>
        {scorecard.groups.map(({ name, terms }) => (
          <li key={name} className={classes.group}>
            {terms.map((term) => {
              const of = featureName(term.feature, language);
              const [low, high] = [Math.min(...term.values), Math.max(...term.values)].map(format.signed);
              return (
                <figure key={term.feature} className={classes.figure}>
                  <figcaption>{of}</figcaption>
                  <CurveChart term={term} least={least} most={most} label={t.curveOf(of, low!, high!)} />
                  <span className={table.dim}>{t.range(featureFigure(term.feature, term.knots[0]!, language), featureFigure(term.feature, term.knots.at(-1)!, language))} · {t.range(low!, high!)}</span>
                </figure>
              );
            })}
            {terms.length > 1 && <span className={classes.groupNote}>{t.group}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
