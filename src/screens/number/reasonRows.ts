import type { Reason } from '../../analysis/answers.ts';
import { featureFigure, isFeatureName } from '../../words/features.ts';
import type { Language } from '../../words/language.tsx';
import { percentilePhrase, reasonName } from '../../words/reasons.ts';
import type { WaterfallReason } from '../../views/waterfall/Waterfall.tsx';

/** A score's terms as the waterfall writes them. */
export function reasonRows(contributions: readonly Reason[], language: Language): readonly WaterfallReason[] {
  return contributions.map((reason) => ({
    id: reason.feature,
    label: reasonName(reason, language),
    figure: isFeatureName(reason.feature) && reason.value !== null ? featureFigure(reason.feature, reason.value, language) : '',
    standing: percentilePhrase(reason, language) ?? '',
    contribution: reason.contribution,
  }));
}
