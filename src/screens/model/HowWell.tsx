import type { ReactNode } from 'react';
import type { Evaluation, Figure } from '../../scoring/evaluation.ts';
import { figureOf, namesWithin } from '../../scoring/evaluation.ts';
import table from '../../views/recordsTable/dataTable.module.css';
import { useFormat } from '../../words/format.ts';
import { useTexts } from '../../words/language.tsx';
import classes from './ModelScreen.module.css';
import { castWords, modelTexts } from './modelTexts.ts';

type Cast = keyof typeof castWords;
/** Roles of which less is found than this are named as failures. */
const FEW_FOUND = 0.5;

/** What was measured last, beside the rules of thumb. */
export function HowWell({ evaluation }: { evaluation: Evaluation }) {
  const t = useTexts(modelTexts);
  const format = useFormat();
  const measured = (measure: string) => figureOf(evaluation, measure);
  const students = measured('nodobo.users');
  const planted = measured('callmine.plantedAmongFirst20');
  const [before, after] = [measured('world.refit.before.recallAt1PercentBudget'), measured('world.refit.after.recallAt1PercentBudget')];
  const models = [
    ['all', t.all], ['voiceAndSms', t.voiceAndSms], ['ratios', t.ratios], ['shipped', t.shippedModel],
    ['baseline.callsPerContact', t.baselineContacts], ['baseline.fanOutAndShortCalls', t.baselineFanOut],
  ] as const;
  const measures = [['auc', t.auc], ['macroF1', t.macroF1], ['ece', t.ece], ['recallAt1PercentFpr', t.recallAt1]] as const;
  const queue = [['precisionAt50', t.precisionAt50], ['precisionAt100', t.precisionAt100], ['recallAt1PercentBudget', t.recallBudget], ['prAuc', t.prAuc], ['precisionAboveLine', t.above], ['ece', t.ece]] as const;
  const columns = [['', t.score], ['baseline.callsPerContact.', t.baselineContacts], ['baseline.fanOutAndShortCalls.', t.baselineFanOut]] as const;
  return (
    <section>
      <h2>{t.howWell}</h2>
      <h3>{t.subscribers}</h3>
      <p>{t.subscribersWhy}</p>
      <Figures label={t.subscribers} head={[t.model, ...measures.map(([, name]) => name)]} rows={models.map(([model, name]) => [name, ...measures.map(([measure]) => <Cell key={measure} figure={measured(`sichuan.inOrder.${model}.${measure}`)} />)])} />
      {students && <p>{t.students(format.count(students.value), format.ratio(measured('nodobo.highestUser')?.value ?? 0))}</p>}
      <h3>{t.worlds}</h3>
      <p>{t.worldsWhy}</p>
      <Figures label={t.worlds} head={[t.measure, ...columns.map(([, name]) => name)]} rows={queue.map(([measure, name]) => [name, ...columns.map(([prefix]) => <Cell key={prefix} figure={measured(`world.${prefix}${measure}`)} />)])} />
      <div className={classes.side}>
        <Roles evaluation={evaluation} />
        <Innocents evaluation={evaluation} />
      </div>
      {before && after && <p>{t.learns(format.share(before.value), format.share(after.value))}</p>}
      {planted && <p>{t.planted(format.count(planted.value))}</p>}
    </section>
  );
}

function Roles({ evaluation }: { evaluation: Evaluation }) {
  const t = useTexts(modelTexts);
  const cast = useCast();
  const roles = namesWithin(evaluation, 'world.role.', '.recallAt1PercentBudget').map((role) => ({ role, figure: figureOf(evaluation, `world.role.${role}.recallAt1PercentBudget`) }));
  return (
    <div>
      <h3>{t.perRole}</h3>
      <Figures label={t.perRole} head={[t.role, t.found]} rows={roles.toSorted((a, b) => (b.figure?.value ?? 0) - (a.figure?.value ?? 0)).map(({ role, figure }) => [cast(role), <Cell key={role} figure={figure} />])} />
    </div>
  );
}

function Innocents({ evaluation }: { evaluation: Evaluation }) {
  const t = useTexts(modelTexts);
  const format = useFormat();
  const cast = useCast();
  const kinds = namesWithin(evaluation, 'world.flagged.').filter((kind) => kind !== 'most').map((kind) => ({ kind, figure: figureOf(evaluation, `world.flagged.${kind}`) }));
  const some = kinds.filter(({ figure }) => (figure?.value ?? 0) > 0).toSorted((a, b) => (b.figure?.value ?? 0) - (a.figure?.value ?? 0));
  return (
    <div>
      <h3>{t.perInnocent}</h3>
      {some.length > 0 && <Figures label={t.perInnocent} head={[t.kind, t.flagged]} rows={some.map(({ kind, figure }) => [cast(kind), <Cell key={kind} figure={figure} />])} />}
      <p>{some.length > 0 ? t.others(format.count(kinds.length - some.length)) : t.noInnocents(format.count(kinds.length))}</p>
    </div>
  );
}

/** Where it fails, as far as it was measured. */
export function Failures({ evaluation }: { evaluation: Evaluation }) {
  const t = useTexts(modelTexts);
  const format = useFormat();
  const cast = useCast();
  const weak = namesWithin(evaluation, 'world.role.', '.recallAt1PercentBudget').filter((role) => (figureOf(evaluation, `world.role.${role}.recallAt1PercentBudget`)?.value ?? 1) < FEW_FOUND);
  const whole = figureOf(evaluation, 'world.precisionAt50');
  const half = figureOf(evaluation, 'world.firstHalf.precisionAt50');
  return (
    <section>
      <h2>{t.fails}</h2>
      <ul className={classes.list}>
        {weak.length > 0 && <li>{t.failsRoles(weak.map(cast).join(t.comma))}</li>}
        {whole && half && <li>{t.failsShort(format.share(whole.value), format.share(half.value))}</li>}
        <li>{t.failsVoice}</li>
        <li>{t.failsPlace}</li>
      </ul>
    </section>
  );
}

function useCast(): (name: string) => string {
  const words = useTexts(castWords);
  return (name) => (name in words ? words[name as Cast] : name);
}

function Figures({ label, head, rows }: { label: string; head: readonly string[]; rows: readonly (readonly [string, ...ReactNode[]])[] }) {
  const t = useTexts(modelTexts);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls, so it must be reachable
    <section className={classes.frame} aria-label={`${label}: ${t.figures}`} tabIndex={0}>
      <table className={table.table} aria-label={label}>
        <thead>
          <tr>{head.map((name, i) => <th key={name} scope="col" className={i === 0 ? undefined : table.right}>{name}</th>)}</tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {/* oxlint-disable-next-line react/no-array-index-key -- the columns have fixed places */}
              {cells.map((cell, i) => <td key={i} className={table.right}>{cell}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ figure }: { figure: Figure | null }) {
  const format = useFormat();
  if (figure === null) return <span className={table.dim}>–</span>;
  const { value, low, high } = figure;
  return (
    <>
      {format.thirds(value)}
      {low !== null && high !== null && <span className={table.dim}> ({format.thirds(low)} – {format.thirds(high)})</span>}
    </>
  );
}
