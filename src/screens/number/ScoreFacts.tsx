import type { Dossier } from '../../analysis/answers.ts';
import { Bar } from '../../ui/Bar.tsx';
import { useFormat } from '../../words/format.ts';
import { glossary } from '../../words/glossary.ts';
import { defineTexts, useTexts } from '../../words/language.tsx';
import { StatusText } from './DecisionActions.tsx';
import { evidenceGaps } from './missingEvidence.ts';
import classes from './ScoreFacts.module.css';

const texts = defineTexts({
  score: [(score: string) => `${score} of 100`, (score: string) => `${score} 分（满分 100）`],
  rank: ['Rank', '排名'],
  rankOf: [(rank: string, of: string) => `${rank} of ${of}`, (rank: string, of: string) => `第 ${rank} 名，共 ${of} 个`],
  coverage: [(share: string) => `${share} of the evidence present`, (share: string) => `具备 ${share} 的证据`],
  missing: [(what: string) => `missing: ${what}`, (what: string) => `缺少：${what}`],
  few: [(what: string) => `few: ${what}`, (what: string) => `较少：${what}`],
  semicolon: ['; ', '；'],
  comma: [', ', '、'],
  calls: ['calls', '通话'],
  texts: ['messages', '短信'],
  callsCount: [(count: string) => `${count} calls`, (count: string) => `${count} 次通话`],
  textsCount: [(count: string) => `${count} messages`, (count: string) => `${count} 条短信`],
  duration: ['call durations', '通话时长'],
  answered: ['whether calls were answered', '是否接通'],
  imei: ['IMEI', 'IMEI'],
  cell: ['cells', '基站小区'],
  baseRate: ['Base rate', '基准比例'],
  statedAt: [(rate: string) => `${rate}: the score is the probability if ${rate} of numbers are fraudulent`, (rate: string) => `${rate}：评分为“涉诈号码占 ${rate}”前提下的概率`],
  statedShort: [(rate: string) => `at a base rate of ${rate}`, (rate: string) => `按 ${rate} 的基准比例计`],
});

/** Coverage as a sentence: how much of the score's evidence there is, and what is lacking. */
function useCoverageWords(): (dossier: Pick<Dossier, 'coverage' | 'features'>) => string {
  const t = useTexts(texts);
  const format = useFormat();
  return ({ coverage, features }) => {
    // Cut, so that 99.6 % is not called complete.
    const share = format.share(Math.floor(coverage * 100 + 1e-4) / 100);
    const { missing, few } = evidenceGaps(features);
    const counted = few.map(({ kind, records }) => (kind === 'calls' ? t.callsCount : t.textsCount)(format.count(records)));
    return [
      t.coverage(share),
      missing.length > 0 ? t.missing(missing.map((field) => t[field]).join(t.comma)) : '',
      counted.length > 0 ? t.few(counted.join(t.comma)) : '',
    ].filter(Boolean).join(t.semicolon);
  };
}

/** Score, rank, coverage, base rate, status: the figures one wants before the reasons. `isCompact` for the inspector. */
export function ScoreFacts({ dossier, isCompact = false }: { dossier: Dossier; isCompact?: boolean }) {
  const t = useTexts(texts);
  const g = useTexts(glossary);
  const format = useFormat();
  const coverage = useCoverageWords()(dossier);
  const rate = format.share(dossier.baseRate);
  return (
    <dl className={classes.facts} data-compact={isCompact}>
      <div>
        <dt>{g.score}</dt>
        <dd className={classes.score}>
          <Bar share={dossier.score / 100} widthPx={isCompact ? 72 : 120} tone="score" />
          <strong>{format.score(dossier.score)}</strong>
          {isCompact && <span className={classes.dim}>{t.statedShort(rate)}</span>}
        </dd>
      </div>
      <div>
        <dt>{t.rank}</dt>
        <dd>{t.rankOf(format.count(dossier.rank), format.count(dossier.of))}</dd>
      </div>
      <div className={classes.sentence}>
        <dt>{g.coverage}</dt>
        <dd>{coverage}</dd>
      </div>
      {!isCompact && (
        <div className={classes.sentence}>
          <dt>{t.baseRate}</dt>
          <dd>{t.statedAt(rate)}</dd>
        </div>
      )}
      <div>
        <dt>{g.status}</dt>
        <dd>
          <StatusText decision={dossier.decision} />
        </dd>
      </div>
    </dl>
  );
}
