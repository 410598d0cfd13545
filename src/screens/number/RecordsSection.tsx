import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Dossier } from '../../analysis/answers.ts';
import { caseQueries, useCase } from '../../sources/useCase.tsx';
import { useWindow } from '../../state/search.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { showToast } from '../../ui/toasts.ts';
import { FilterChips } from '../../views/recordsTable/FilterChips.tsx';
import type { FilterChip } from '../../views/recordsTable/FilterChips.tsx';
import { Pager } from '../../views/recordsTable/Pager.tsx';
import { RecordsTable } from '../../views/recordsTable/RecordsTable.tsx';
import { weekHourName } from '../../views/weekHourHeatmap/weekHours.ts';
import { describeError } from '../../words/describeError.ts';
import { useFormat } from '../../words/format.ts';
import { glossary } from '../../words/glossary.ts';
import { defineTexts, useLanguage, useTexts } from '../../words/language.tsx';
import { reasonName } from '../../words/reasons.ts';
import { copyRecords, MAX_COPIED } from './copyRecords.ts';
import { evidencePlace } from './evidencePlace.ts';
import { NumberLink } from './NumberLink.tsx';
import { filterOf, noFilter } from './numberSearch.ts';
import { SourceLine } from './SourceLine.tsx';
import type { NumberSearch, NumberSearchPatch } from './numberSearch.ts';
import { goToPart, Section } from './Section.tsx';
import classes from './RecordsSection.module.css';

const texts = defineTexts({
  title: [(count: string) => `Records: ${count}`, (count: string) => `话单记录：${count} 条`],
  titleOf: [(count: string, of: string) => `Records: ${count} of ${of}`, (count: string, of: string) => `话单记录：${count} 条，共 ${of} 条`],
  table: ['Records', '话单记录'],
  pages: ['Pages of records', '话单记录翻页'],
  other: [(number: string) => `With ${number}`, (number: string) => `与 ${number}`],
  since: [(time: string) => `From ${time}`, (time: string) => `${time} 起`],
  until: [(time: string) => `Until ${time}`, (time: string) => `至 ${time}`],
  copy: ['Copy as CSV', '复制为 CSV'],
  copying: ['Copying…', '正在复制…'],
  copied: [(count: string) => `${count} records copied as CSV.`, (count: string) => `已将 ${count} 条记录复制为 CSV。`],
  copiedFirst: [(count: string, of: string) => `The first ${count} of ${of} records copied as CSV: no more fit a clipboard well.`, (count: string, of: string) => `已将前 ${count} 条记录（共 ${of} 条）复制为 CSV：剪贴板不宜容纳更多。`],
  copyFailed: [(what: string) => `The records were not copied. ${what}.`, (what: string) => `记录未复制：${what}。`],
  clipboardRefused: ['The browser refused the clipboard', '浏览器拒绝访问剪贴板'],
  behind: [(reason: string) => `Records behind “${reason}”`, (reason: string) => `“${reason}”所依据的话单记录`],
  grouped: ['See them grouped', '查看分组'],
});

const PAGE = 50;

/** The records themselves, filtered by whatever was pressed above, down to file and line. */
export function RecordsSection({ dossier, search, onFilter, onSearch }: {
  dossier: Dossier;
  search: NumberSearch;
  /** A change of the filter. */
  onFilter: (patch: NumberSearchPatch) => void;
  /** A change of what is shown under the same filter. */
  onSearch: (patch: NumberSearchPatch) => void;
}) {
  const t = useTexts(texts);
  const format = useFormat();
  const { window } = useWindow();
  const source = useCase();
  const filter = filterOf(search);
  const offset = search.record ?? 0;
  const { data, error, isPlaceholderData, refetch } = useQuery(caseQueries.records(source, dossier.number, window, filter, { offset, limit: PAGE }));
  const chips = useChips(search);
  const total = data?.total ?? dossier.records;
  return (
    <Section
      part="records"
      title={chips.length === 0 ? t.title(format.count(total)) : t.titleOf(format.count(total), format.count(dossier.records))}
      isWide
      aside={
        <>
          <Pager label={t.pages} offset={offset} limit={PAGE} total={total} onOffset={(to) => onSearch({ record: to === 0 ? undefined : to })} />
          <CopyButton dossier={dossier} search={search} total={total} />
        </>
      }
    >
      <div className={classes.filters}>
        <FilterChips chips={chips} onRemove={(key) => onFilter({ [key]: undefined })} onClear={() => onFilter(noFilter)} />
        <Behind dossier={dossier} search={search} />
      </div>
      {error !== null && data === undefined ? <ErrorState where={t.table} error={error} onRetry={() => void refetch()} /> : (
        <RecordsTable
          label={t.table}
          rows={data?.rows ?? []}
          offset={offset}
          columns={{ hasDevices: dossier.devices.length > 0, hasCells: dossier.cells.length > 0 }}
          isStale={data === undefined || isPlaceholderData}
          renderNumber={renderNumber}
          onImei={(imei) => onFilter({ imei })}
          onCell={(cell) => onFilter({ cell })}
          renderLine={source.lines === undefined ? null : renderLine}
          minRows={chips.length === 0 ? Math.min(PAGE, dossier.records) : Math.min(10, dossier.records)}
        />
      )}
    </Section>
  );
}

function renderLine(file: string, line: number) {
  return <SourceLine file={file} line={line} />;
}

function renderNumber(number: string) {
  return <NumberLink number={number} />;
}

/** The filters that are on, in words; a chip's key is its key in the URL. */
function useChips(search: NumberSearch): readonly FilterChip[] {
  const t = useTexts(texts);
  const g = useTexts(glossary);
  const language = useLanguage();
  const format = useFormat();
  const chips: readonly (FilterChip | null)[] = [
    search.other === undefined ? null : { key: 'other', text: t.other(format.phone(search.other)) },
    search.day === undefined ? null : { key: 'day', text: format.dayWithYear(search.day) },
    search.hour === undefined ? null : { key: 'hour', text: weekHourName(search.hour, language) },
    search.imei === undefined ? null : { key: 'imei', text: `${g.imei} ${search.imei}` },
    search.cell === undefined ? null : { key: 'cell', text: `${g.cell} ${search.cell}` },
    search.since === undefined ? null : { key: 'since', text: t.since(format.timeWithZone(search.since)) },
    search.until === undefined ? null : { key: 'until', text: t.until(format.timeWithZone(search.until)) },
  ];
  return chips.filter((chip) => chip !== null);
}

/** Which reason brought one here, and the way to where its records are grouped as it counts them. */
function Behind({ dossier, search }: { dossier: Dossier; search: NumberSearch }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const { why } = search;
  if (why === undefined) return null;
  const { groupedIn } = evidencePlace(why, dossier);
  return (
    <span className={classes.behind}>
      {t.behind(reasonName({ feature: why }, language))}
      {groupedIn !== null && (
        <Button size="compact-xs" variant="subtle" onClick={() => goToPart(groupedIn)}>
          {t.grouped}
        </Button>
      )}
    </span>
  );
}

function CopyButton({ dossier, search, total }: { dossier: Dossier; search: NumberSearch; total: number }) {
  const t = useTexts(texts);
  const format = useFormat();
  const language = useLanguage();
  const source = useCase();
  const { window } = useWindow();
  const [isCopying, setCopying] = useState(false);
  const copy = async () => {
    setCopying(true);
    try {
      const copied = await copyRecords(source, dossier.number, window, filterOf(search));
      showToast({ text: copied < total && copied === MAX_COPIED ? t.copiedFirst(format.count(copied), format.count(total)) : t.copied(format.count(copied)) });
    } catch (error) {
      const isRefused = error instanceof DOMException;
      showToast({ kind: 'error', text: t.copyFailed(isRefused ? t.clipboardRefused : describeError(error, language).what) });
    } finally {
      setCopying(false);
    }
  };
  return (
    <Button size="compact-xs" variant="default" disabled={total === 0 || isCopying} onClick={() => void copy()}>
      {isCopying ? t.copying : t.copy}
    </Button>
  );
}
