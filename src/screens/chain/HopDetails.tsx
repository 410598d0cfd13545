import type { ChainHop } from '../../analysis/chain/chainHop.ts';
import { hopSentence, hopWords } from '../../words/chain.ts';
import { useFormat } from '../../words/format.ts';
import { useLanguage, useTexts } from '../../words/language.tsx';
import { NumberLink } from '../number/NumberLink.tsx';
import classes from './ChainScreen.module.css';
import { chanceText } from './chanceText.ts';
import { chainTexts } from './chainTexts.ts';

/** What a hop rests on: the sentence with its figures, how unlikely by chance, other candidates, and the records by file and line. */
export function HopDetails({ hop, isWeakest }: { hop: ChainHop; isWeakest: boolean }) {
  const t = useTexts(chainTexts);
  const lanes = useTexts(hopWords);
  const language = useLanguage();
  const format = useFormat();
  const { kind, from, to, strength, evidence, alternatives } = hop;
  return (
    <>
      <p className={classes.sentence}>
        <strong>{lanes[kind]}</strong> {kind === 'victim' ? <NumberLink number={from} /> : to}
        {isWeakest && <span className={classes.weakest}> · {t.weakest}</span>}
      </p>
      <p className={classes.sentence}>{hopSentence(evidence, format, language)}</p>
      <dl className={classes.facts}>
        <dt>{t.from}</dt>
        <dd>{kind !== 'insider' && kind !== 'merchant' ? format.phone(from) : from}</dd>
        <dt>{t.to}</dt>
        <dd>{kind === 'victim' ? format.phone(to) : to}</dd>
        {evidence.first !== null && evidence.last !== null && (
          <>
            <dt>{t.span}</dt>
            <dd>{format.span(evidence.first, evidence.last)}</dd>
          </>
        )}
        <dt>{t.strength}</dt>
        <dd>{chanceText(strength, format, language)}</dd>
        {alternatives.length > 0 && (
          <>
            <dt>{t.alternatives}</dt>
            <dd>{alternatives.map((other) => other.to).join(t.comma)}</dd>
          </>
        )}
        <dt>{t.where}</dt>
        <dd>
          {t.records(format.count(evidence.count))}
          <ul className={classes.records}>
            {evidence.records.map(({ file, line }) => (
              <li key={`${file} ${line}`}>{t.line(file, String(line))}</li>
            ))}
          </ul>
        </dd>
      </dl>
    </>
  );
}
