import { Link } from '@tanstack/react-router';
import type { Dossier, Reason } from '../../analysis/answers.ts';
import { SUSPECT_LINE } from '../../analysis/answers.ts';
import { featureFigure, featureName } from '../../words/features.ts';
import { useFormat } from '../../words/format.ts';
import { defineTexts, useLanguage, useTexts } from '../../words/language.tsx';
import { Waterfall } from '../../views/waterfall/Waterfall.tsx';
import { Section } from './Section.tsx';
import { reasonRows } from './reasonRows.ts';

const texts = defineTexts({
  title: [(score: string) => `Why ${score}`, (score: string) => `为何是 ${score} 分`],
  note: ['Each reason adds to or takes from the log-odds of the base rate. Press one for the records behind it.', '每条理由在基准比例的对数几率上增减。点击可查看相关话单记录。'],
  card: ['The model behind the score', '评分所用的模型'],
  base: [(rate: string) => `Base rate ${rate}`, (rate: string) => `基准比例 ${rate}`],
  end: [(score: string) => `Score ${score}`, (score: string) => `评分 ${score}`],
});

/** How the score came about, and what would change it. */
export function WhySection({ dossier, onReason }: { dossier: Dossier; onReason: (reason: Reason['feature']) => void }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const format = useFormat();
  return (
    <Section part="why" title={t.title(format.score(dossier.score))} note={t.note}>
      <Waterfall
        base={dossier.baseLogOdds}
        baseLabel={t.base(format.share(dossier.baseRate))}
        end={dossier.logOdds}
        endLabel={t.end(format.score(dossier.score))}
        reasons={reasonRows(dossier.contributions, language)}
        onOpen={(id) => {
          const reason = dossier.contributions.find((entry) => entry.feature === id);
          if (reason !== undefined) onReason(reason.feature);
        }}
      />
      <p><Link to="/model">{t.card}</Link></p>
    </Section>
  );
}

const changeTexts = defineTexts({
  change: [
    (feature: string, needed: string, value: string, score: string) => `${feature}: were it ${needed} instead of ${value}, the score would be ${score}, below the line of ${SUSPECT_LINE}.`,
    (feature: string, needed: string, value: string, score: string) => `若${feature}为 ${needed}（现为 ${value}），评分将为 ${score}，低于 ${SUSPECT_LINE} 的界线。`,
  ],
  changeJust: [
    (feature: string, needed: string, value: string) => `${feature}: were it ${needed} instead of ${value}, the score would be just below the line of ${SUSPECT_LINE}.`,
    (feature: string, needed: string, value: string) => `若${feature}为 ${needed}（现为 ${value}），评分将略低于 ${SUSPECT_LINE} 的界线。`,
  ],
  noSingle: [`No single figure alone would bring the score below the line of ${SUSPECT_LINE}.`, `任何单一指标的变化都不足以使评分低于 ${SUSPECT_LINE} 的界线。`],
  already: [`The score is below the line of ${SUSPECT_LINE} as it is.`, `评分已低于 ${SUSPECT_LINE} 的界线。`],
});

/** What would change the score, in one sentence. */
export function useLeastChangeSentence(): (dossier: Pick<Dossier, 'leastChange' | 'score'>) => string {
  const t = useTexts(changeTexts);
  const language = useLanguage();
  const format = useFormat();
  return ({ leastChange, score }) => {
    if (leastChange === null) return score < SUSPECT_LINE ? t.already : t.noSingle;
    const name = featureName(leastChange.feature, language);
    const value = featureFigure(leastChange.feature, leastChange.value, language);
    const needed = featureFigure(leastChange.feature, leastChange.needed, language);
    const left = format.score(leastChange.score);
    return Number(left) >= SUSPECT_LINE ? t.changeJust(name, needed, value) : t.change(name, needed, value, left);
  };
}
