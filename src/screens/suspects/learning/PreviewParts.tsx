import type { RefitMove, RefitPreview } from '../../../analysis/refit/refitAnswers.ts';
import { FEW_DECISIONS } from '../../../analysis/refit/refitAnswers.ts';
import table from '../../../views/recordsTable/dataTable.module.css';
import { useFormat } from '../../../words/format.ts';
import { useLanguage, useTexts } from '../../../words/language.tsx';
import { reasonName } from '../../../words/reasons.ts';
import { NumberLink } from '../../number/NumberLink.tsx';
import classes from './LearnDialog.module.css';
import { learningTexts } from './learningTexts.ts';

/** A preview in parts: what it rests on, how well it does, what each reason would count, whom it moves. */
export function PreviewParts({ preview }: { preview: RefitPreview }) {
  const t = useTexts(learningTexts);
  const f = useFormat();
  const { confirmed, dismissed, unused, lacks, factors, entering, leaving, moves } = preview;
  return (
    <>
      <p className={classes.counts}>
        {t.counts(f.count(confirmed), f.count(dismissed))}
        {unused > 0 && <span className={classes.dim}> {t.unused(f.count(unused))}</span>}
      </p>
      {lacks.length > 0 && (
        <ul className={classes.lacks}>
          {lacks.map((lack) => <li key={lack}>{lack === 'few' ? t.few(f.count(FEW_DECISIONS)) : t[lack]}</li>)}
        </ul>
      )}
      {confirmed > 0 && dismissed > 0 && <HeldOutPart heldOut={preview.heldOut} />}
      {factors.length > 0 && (
        <>
          <FactorsPart factors={factors} />
          {entering.length === 0 && <p className={classes.note}>{t.sameFirst}</p>}
          <MovesPart title={t.entering} moves={entering} />
          <MovesPart title={t.leaving} moves={leaving} />
          <MovesPart title={t.moves} moves={moves} />
        </>
      )}
    </>
  );
}

function HeldOutPart({ heldOut }: { heldOut: RefitPreview['heldOut'] }) {
  const t = useTexts(learningTexts);
  const f = useFormat();
  if (heldOut === null) return <p className={classes.note}>{t.noHeldOut}</p>;
  const { decisions, folds, repeats, verdict } = heldOut;
  return (
    <section className={classes.part}>
      <h3>{t.heldOut}</h3>
      <p className={classes.verdict}>{t[verdict]}</p>
      <table className={`${table.table} ${classes.figures}`}>
        <thead>
          <tr>
            <th scope="col">{t.model}</th>
            <th scope="col" className={table.right} title={t.aucHelp}>{t.auc}</th>
            <th scope="col" className={table.right} title={t.logLossHelp}>{t.logLoss}</th>
          </tr>
        </thead>
        <tbody>
          {(['shipped', 'refitted'] as const).map((model) => (
            <tr key={model}>
              <th scope="row">{t[model]}</th>
              <td className={table.right}>{f.thirds(heldOut[model].auc)}</td>
              <td className={table.right}>{f.thirds(heldOut[model].logLoss)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.note}>{t.heldOutHow(f.count(decisions), f.count(folds), f.count(repeats))}</p>
    </section>
  );
}

function FactorsPart({ factors }: { factors: RefitPreview['factors'] }) {
  const t = useTexts(learningTexts);
  const f = useFormat();
  const language = useLanguage();
  return (
    <section className={classes.part}>
      <h3>{t.factors}</h3>
      <table className={`${table.table} ${classes.figures}`}>
        <thead>
          <tr>
            <th scope="col">{t.reason}</th>
            <th scope="col" className={table.right}>{t.against}</th>
            <th scope="col" className={table.right}>{t.inFavour}</th>
          </tr>
        </thead>
        <tbody>
          {factors.map(({ term, against, inFavour }) => (
            <tr key={term}>
              <th scope="row">{reasonName({ feature: term }, language)}</th>
              <td className={table.right}>{t.times(f.ratioInColumn(against))}</td>
              <td className={table.right}>{t.times(f.ratioInColumn(inFavour))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function MovesPart({ title, moves }: { title: string; moves: readonly RefitMove[] }) {
  const t = useTexts(learningTexts);
  const f = useFormat();
  const language = useLanguage();
  if (moves.length === 0) return null;
  return (
    <section className={classes.part}>
      <h3>{title} <span className={classes.dim}>{f.count(moves.length)}</span></h3>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls, so it must be reachable */}
      <section className={`${table.frame} ${classes.scrolls}`} aria-label={title} tabIndex={0}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t.number}</th>
              <th scope="col" className={table.right}>{t.score}</th>
              <th scope="col" className={table.right}>{t.place}</th>
              <th scope="col" className={table.grow}>{t.why}</th>
            </tr>
          </thead>
          <tbody>
            {moves.map(({ number, scoreBefore, scoreAfter, rankBefore, rankAfter, reasons }) => (
              <tr key={number}>
                <td><NumberLink number={number} /></td>
                <td className={table.right}>{t.fromTo(f.score(scoreBefore), f.score(scoreAfter))}</td>
                <td className={table.right}>{t.fromTo(f.count(rankBefore), f.count(rankAfter))}</td>
                <td className={table.line}>
                  {reasons.filter(({ before, after }) => f.signed(before) !== f.signed(after)).map((reason) => (
                    <span key={reason.feature} className={classes.reason}>
                      {reasonName(reason, language)} {t.fromTo(f.signed(reason.before), f.signed(reason.after))}
                    </span>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
