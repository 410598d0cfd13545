import { CLEAR_LOG_RATIO } from '../../analysis/compare/portrait.ts';
import type { PortraitOfTwo, SamePersonTerm } from '../../analysis/compare/portrait.ts';
import table from '../../views/recordsTable/dataTable.module.css';
import { useFormat } from '../../words/format.ts';
import { useTexts } from '../../words/language.tsx';
import classes from './CompareScreen.module.css';
import { portraitTexts, signWords } from './pairTexts.ts';

/** What speaks for and against two numbers being one person's, strongest first. */
export function SamePerson({ logRatio, terms }: PortraitOfTwo['samePerson']) {
  const p = useTexts(portraitTexts);
  const signs = useTexts(signWords);
  const format = useFormat();
  const verdict = logRatio >= CLEAR_LOG_RATIO ? p.clearlyFor : logRatio > 0 ? p.leansFor : logRatio > -CLEAR_LOG_RATIO ? p.leansAgainst : p.clearlyAgainst;
  const foundText = ({ sign, found }: SamePersonTerm) => (sign === 'rhythm' || sign === 'cells' ? format.share(Math.min(1, found)) : format.count(found));
  return (
    <section className={classes.result} aria-label={p.samePerson}>
      <div className={classes.resultHead}><h2>{p.samePerson}</h2></div>
      <p className={classes.verdict}>{verdict(format.signed(logRatio))}</p>
      <div className={table.frame}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{p.sign}</th>
              <th scope="col">{p.found}</th>
              <th scope="col" className={table.right}>{p.weight}</th>
              <th scope="col" className={table.grow}>{`${p.speaksFor} / ${p.speaksAgainst}`}</th>
            </tr>
          </thead>
          <tbody>
            {terms.map((term) => (
              <tr key={term.sign}>
                <th scope="row">{signs[term.sign]}</th>
                <td>{foundText(term)}{term.expected !== null && <span className={table.dim}>{` · ${p.expected(format.ratio(Number(term.expected.toPrecision(2))))}`}</span>}</td>
                <td className={table.right}>{format.signed(term.logRatio)}</td>
                <td>{Math.abs(term.logRatio) < 0.05 ? '' : term.logRatio > 0 ? p.speaksFor : p.speaksAgainst}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={classes.notes}>{p.weightNote}</p>
    </section>
  );
}
