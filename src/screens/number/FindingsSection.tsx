import type { Dossier, Evidence } from '../../analysis/answers.ts';
import { featureFigure, featureName } from '../../words/features.ts';
import { useFormat } from '../../words/format.ts';
import { glossary } from '../../words/glossary.ts';
import { defineTexts, useLanguage, useTexts } from '../../words/language.tsx';
import { useLeastChangeSentence } from './WhySection.tsx';
import { NumberLink } from './NumberLink.tsx';
import { Section } from './Section.tsx';
import classes from './FindingsSection.module.css';

const texts = defineTexts({
  title: ['What was found, and what would change it', '检测结果及改变评分的条件'],
  none: ['No detector found anything about this number.', '没有检测器对该号码给出结果。'],
  evidence: ['Evidence', '证据'],
  counter: ['Against the finding', '反面证据'],
  noCounter: ['Nothing measured speaks against it.', '没有与之相反的测量值。'],
  atLeast: [(threshold: string) => `threshold: at least ${threshold}`, (threshold: string) => `阈值：不低于 ${threshold}`],
  atMost: [(threshold: string) => `threshold: at most ${threshold}`, (threshold: string) => `阈值：不高于 ${threshold}`],
  who: [(feature: string) => `${feature}: who`, (feature: string) => `${feature}：号码`],
  replaced: ['The number it followed', '所接替的号码'],
  more: [(n: string) => `and ${n} more`, (n: string) => `另有 ${n} 个`],
  change: ['What would change it', '什么会改变评分'],
});

/** The detectors' findings: what was measured against which threshold, and what speaks against the finding. */
export function FindingsSection({ dossier }: { dossier: Dossier }) {
  const t = useTexts(texts);
  const g = useTexts(glossary);
  const sentence = useLeastChangeSentence()(dossier);
  return (
    <Section part="findings" title={t.title} isWide>
      <p className={classes.change}>{sentence}</p>
      {dossier.findings.length === 0 && <p className={classes.none}>{t.none}</p>}
      <div className={classes.findings}>
        {dossier.findings.map((finding) => (
          <div key={finding.id} className={classes.finding}>
            <h3 className={classes.name}>{g[finding.id]}</h3>
            <EvidenceList title={t.evidence} evidence={finding.evidence} none="" />
            <CompanyList company={dossier.company.filter(({ feature }) => finding.evidence.some((each) => each.feature === feature))} />
            <EvidenceList title={t.counter} evidence={finding.counterEvidence} none={t.noCounter} />
          </div>
        ))}
      </div>
    </Section>
  );
}

function EvidenceList({ title, evidence, none }: { title: string; evidence: readonly Evidence[]; none: string }) {
  const t = useTexts(texts);
  const language = useLanguage();
  if (evidence.length === 0 && none === '') return null;
  return (
    <>
      <h4 className={classes.side}>{title}</h4>
      {evidence.length === 0 ? <p className={classes.none}>{none}</p> : (
        <dl className={classes.evidence}>
          {strictest(evidence).map(({ feature, value, threshold }) => {
            const [measured, limit] = [featureFigure(feature, value, language), featureFigure(feature, threshold, language)];
            return (
              <div key={feature}>
                <dt>{featureName(feature, language)}</dt>
                {/* A value that passed its threshold says by its side which way it passed. */}
                <dd>
                  <span className={classes.value}>{measured}</span>
                  <span className={classes.limit}>{value >= threshold ? t.atLeast(limit) : t.atMost(limit)}</span>
                </dd>
              </div>
            );
          })}
        </dl>
      )}
    </>
  );
}

/** The numbers that the evidence counts. */
function CompanyList({ company }: { company: Dossier['company'] }) {
  const t = useTexts(texts);
  const f = useFormat();
  const language = useLanguage();
  if (company.length === 0) return null;
  return (
    <dl className={classes.evidence}>
      {company.map(({ feature, count, numbers }) => (
        <div key={feature} className={classes.who}>
          <dt>{feature === 'replacement_traits' ? t.replaced : t.who(featureName(feature, language))}</dt>
          <dd>
            {numbers.map(({ number, score }) => <span key={number}><NumberLink number={number} /> <span className={classes.limit}>{f.score(score)}</span></span>)}
            {count > numbers.length && <span className={classes.limit}>{t.more(f.count(count - numbers.length))}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Of several thresholds that one feature passed on the same side, the hardest to pass says all. */
function strictest(evidence: readonly Evidence[]): readonly Evidence[] {
  const byFeature = new Map<string, Evidence>();
  for (const entry of evidence) {
    const known = byFeature.get(entry.feature);
    if (known === undefined || Math.abs(entry.value - entry.threshold) < Math.abs(known.value - known.threshold)) byFeature.set(entry.feature, entry);
  }
  return [...byFeature.values()];
}
