import type { Dossier } from '../../analysis/answers.ts';
import { useWindow } from '../../state/search.ts';
import { DayTimeline } from '../../views/timeline/DayTimeline.tsx';
import { WeekHourHeatmap } from '../../views/weekHourHeatmap/WeekHourHeatmap.tsx';
import { defineTexts, useTexts } from '../../words/language.tsx';
import type { NumberSearch, NumberSearchPatch } from './numberSearch.ts';
import { Section } from './Section.tsx';
import { SeeRecords } from './SeeRecords.tsx';

const texts = defineTexts({
  hours: ['Hours of the week', '一周时段'],
  days: ['Day by day', '逐日'],
});

/** When the number is active: by hour of the week, and day by day with its silences. Both filter the records. */
export function RhythmSections({ dossier, span, search, onFilter }: {
  dossier: Dossier;
  /** The days shown: the window, or the whole dataset. */
  span: { readonly from: string; readonly to: string };
  search: NumberSearch;
  onFilter: (patch: NumberSearchPatch) => void;
}) {
  const t = useTexts(texts);
  const { window, setWindow } = useWindow();
  return (
    <>
      <Section part="hours" title={t.hours} minHeightPx={284} aside={<SeeRecords isOn={search.hour !== undefined} />}>
        <WeekHourHeatmap counts={dossier.heatmap} selected={search.hour ?? null} onSelect={(hour) => onFilter({ hour: hour ?? undefined })} />
      </Section>
      <Section part="days" title={t.days} minHeightPx={284} aside={<SeeRecords isOn={search.day !== undefined} />}>
        <DayTimeline
          days={dossier.days}
          from={span.from}
          to={span.to}
          selectedDay={search.day ?? null}
          onDay={(day) => onFilter({ day: day ?? undefined })}
          onSpan={setWindow}
          onWhole={window === null ? null : () => setWindow(null)}
        />
      </Section>
    </>
  );
}
