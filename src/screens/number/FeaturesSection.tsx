import type { Dossier } from '../../analysis/answers.ts';
import { Bar } from '../../ui/Bar.tsx';
import table from '../../views/recordsTable/dataTable.module.css';
import { featureExplanation, featureFigure, featureName } from '../../words/features.ts';
import { NOTHING, useFormat } from '../../words/format.ts';
import { defineTexts, useLanguage, useTexts } from '../../words/language.tsx';
import classes from './FeaturesSection.module.css';
import { Section } from './Section.tsx';

const texts = defineTexts({
  title: ['All features', '全部特征'],
  open: [(count: string, lacking: string) => `${count} features; ${lacking} without evidence`, (count: string, lacking: string) => `${count} 个特征，其中 ${lacking} 个缺少证据`],
  feature: ['Feature', '特征'],
  value: ['Value', '数值'],
  percentile: ['Higher than', '高于'],
  contribution: ['Log-odds', '对数几率'],
  meaning: ['What it measures', '含义'],
});

/** Every feature with its value and place among the dataset's numbers. */
export function FeaturesSection({ dossier }: { dossier: Dossier }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const format = useFormat();
  const contributions = new Map<string, number>(dossier.contributions.map((reason) => [reason.feature, reason.contribution]));
  const lacking = dossier.features.filter((entry) => entry.value === null).length;
  return (
    <Section part="features" title={t.title} isWide>
      <details className={classes.details}>
        <summary className={classes.summary}>{t.open(format.count(dossier.features.length), format.count(lacking))}</summary>
        <table className={table.table} aria-label={t.title}>
          <thead>
            <tr>
              <th scope="col">{t.feature}</th>
              <th scope="col" className={table.right}>{t.value}</th>
              <th scope="col">{t.percentile}</th>
              <th scope="col" className={table.right}>{t.contribution}</th>
              <th scope="col" className={table.grow}>{t.meaning}</th>
            </tr>
          </thead>
          <tbody>
            {dossier.features.map(({ feature, value, percentile }) => {
              const contribution = contributions.get(feature);
              return (
                <tr key={feature}>
                  <th scope="row" title={feature}>{featureName(feature, language)}</th>
                  <td className={table.right}>{value === null ? NOTHING : featureFigure(feature, value, language)}</td>
                  <td>
                    {percentile === null || value === null ? NOTHING : (
                      <span className={classes.percentile}>
                        <Bar share={percentile / 100} widthPx={48} />
                        {format.share(Math.floor(percentile) / 100)}
                      </span>
                    )}
                  </td>
                  <td className={table.right}>{contribution === undefined ? '' : format.signed(contribution)}</td>
                  <td className={classes.meaning}>{featureExplanation(feature, language)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </details>
    </Section>
  );
}
