import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Dossier } from '../../analysis/answers.ts';
import type { Stay } from '../../analysis/places/placeAnswers.ts';
import { AIR_KMH, RAIL_KMH, REACH_KM, USUAL_REACH_KM } from '../../features/travel.ts';
import { caseQueries, useCase } from '../../sources/useCase.tsx';
import { useWindow } from '../../state/search.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import table from '../../views/recordsTable/dataTable.module.css';
import { Pager } from '../../views/recordsTable/Pager.tsx';
import { NOTHING, useFormat } from '../../words/format.ts';
import { glossary } from '../../words/glossary.ts';
import { defineTexts, useTexts } from '../../words/language.tsx';
import { counted } from '../../words/plural.ts';
import type { NumberSearch, NumberSearchPatch } from './numberSearch.ts';
import places from './PlacesSection.module.css';
import { Section } from './Section.tsx';
import { SeeRecords } from './SeeRecords.tsx';

const texts = defineTexts({
  title: [(stays: string) => `Movements: ${counted(stays, 'stay', 'stays')}`, (stays: string) => `活动轨迹：${stays} 段停留`],
  titleOf: [(stays: string, of: string) => `Movements: ${stays} of ${of} stays`, (stays: string, of: string) => `活动轨迹：${stays} 段停留，共 ${of} 段`],
  note: [
    `A stay is records in turn at one place: cells within a mile. Impossible: farther apart than an airliner (${AIR_KMH} km/h) gets in the time, less ${REACH_KM} km that a cell may reach. Doubtful: faster than any train (${RAIL_KMH} km/h), less ${USUAL_REACH_KM} km: by air, or two phones with one number.`,
    `一段停留为同一地点（相距一英里内的小区）的连续记录。不可能：扣除小区覆盖 ${REACH_KM} 公里后，仍快于客机（${AIR_KMH} km/h）。存疑：扣除 ${USUAL_REACH_KM} 公里后快于任何列车（${RAIL_KMH} km/h），或乘机，或一号多机。`,
  ],
  table: ['Stays', '停留'],
  pages: ['Pages of stays', '停留翻页'],
  all: ['All stays', '全部停留'],
  fast: [(impossible: string, unlikely: string) => `Too fast: ${impossible} impossible, ${unlikely} doubtful`, (impossible: string, unlikely: string) => `速度异常：${impossible} 次不可能，${unlikely} 次存疑`],
  from: ['From', '起'],
  to: ['To', '止'],
  place: ['Place', '地点'],
  records: ['Records', '记录'],
  way: ['From the place before', '与上一地点的距离'],
  km: [(km: string, time: string) => `${km} km in ${time}`, (km: string, time: string) => `${time}内 ${km} 公里`],
  kmh: [(speed: string) => `${speed} km/h`, (speed: string) => `${speed} km/h`],
  impossible: ['impossible', '不可能'],
  unlikely: ['doubtful', '存疑'],
  see: ['Show the records of this stay', '查看此段停留的话单记录'],
  both: ['Show the two records', '查看前后两条记录'],
  more: [(cells: string) => `+${counted(cells, 'cell', 'cells')}`, (cells: string) => `另 ${cells} 个小区`],
  atOnce: ['the same second', '同一秒'],
});

const PAGE = 12;

/** Where the number was one after the other, and what no traveller could have done. */
export function MovementsSection({ dossier, search, onFilter, onSearch }: {
  dossier: Dossier;
  search: NumberSearch;
  onFilter: (patch: NumberSearchPatch) => void;
  onSearch: (patch: NumberSearchPatch) => void;
}) {
  const t = useTexts(texts);
  const f = useFormat();
  const g = useTexts(glossary);
  const source = useCase();
  const { window } = useWindow();
  const kind = search.stays ?? 'all';
  const offset = search.stay ?? 0;
  const { data: whole } = useQuery(caseQueries.places(source, dossier.number, window));
  const { data, error, isPlaceholderData, refetch } = useQuery(caseQueries.stays(source, dossier.number, window, kind, { offset, limit: PAGE }));
  const total = data?.total ?? 0;
  const fast = (whole?.impossible ?? 0) + (whole?.unlikely ?? 0);
  const isOn = search.since !== undefined || search.until !== undefined;
  return (
    <Section
      part="movements"
      title={kind === 'all' || whole === undefined ? t.title(f.count(whole?.stays ?? total)) : t.titleOf(f.count(total), f.count(whole.stays))}
      isWide
      note={t.note}
      minHeightPx={120 + 31 * Math.min(PAGE, whole?.stays ?? (dossier.cells.length === 1 ? 1 : dossier.records))}
      aside={
        <>
          <SeeRecords isOn={isOn} />
          {(fast > 0 || kind === 'fast') && (
            <Button size="compact-xs" variant={kind === 'fast' ? 'filled' : 'default'} aria-pressed={kind === 'fast'} onClick={() => onSearch({ stays: kind === 'fast' ? undefined : 'fast', stay: undefined })}>
              {kind === 'fast' ? t.all : t.fast(f.count(whole?.impossible ?? 0), f.count(whole?.unlikely ?? 0))}
            </Button>
          )}
          <Pager label={t.pages} offset={offset} limit={PAGE} total={total} onOffset={(to) => onSearch({ stay: to === 0 ? undefined : to })} />
        </>
      }
    >
      {error !== null && data === undefined ? <ErrorState where={t.table} error={error} onRetry={() => void refetch()} /> : (
        // Scrolls by itself where the window is narrow, so the keyboard must reach it.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <section className={table.frame} tabIndex={0} aria-label={t.table} aria-busy={data === undefined || isPlaceholderData}>
          <table className={`${table.table} ${data === undefined || isPlaceholderData ? table.loading : ''}`} aria-label={t.table}>
            <thead>
              <tr>
                <th scope="col">{t.from}</th>
                <th scope="col">{t.to}</th>
                <th scope="col">{g.cell}</th>
                <th scope="col">{t.place}</th>
                <th scope="col" className={table.right}>{t.records}</th>
                <th scope="col" className={table.grow}>{t.way}</th>
              </tr>
            </thead>
            <tbody>
              {data?.rows.map((stay, i) => (
                // A number with two phones may be at two places in one second.
                // oxlint-disable-next-line react/no-array-index-key
                <tr key={`${stay.from} ${stay.cell} ${i}`}>
                  <th scope="row"><time dateTime={stay.from} title={f.timeWithZone(stay.from)}>{f.time(stay.from)}</time></th>
                  <td><time dateTime={stay.to} title={f.timeWithZone(stay.to)}>{f.time(stay.to)}</time></td>
                  <td>{stay.cell}{stay.cells > 1 && <span className={table.dim}> {t.more(f.count(stay.cells - 1))}</span>}</td>
                  <td>{stay.place ?? NOTHING}</td>
                  <td className={table.right}>
                    <button type="button" className={`${table.press} ${table.filter}`} title={t.see} onClick={() => onFilter({ since: local(stay.from), until: local(stay.to), cell: undefined })}>
                      {f.count(stay.records)}
                    </button>
                  </td>
                  <td><Way stay={stay} onBoth={(since) => onFilter({ since, until: local(stay.from), cell: undefined })} /></td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Section>
  );
}

function local(time: string): string {
  return time.slice(0, 19);
}

function Way({ stay: { arrival }, onBoth }: { stay: Stay; onBoth: (since: string) => void }) {
  const t = useTexts(texts);
  const f = useFormat();
  if (arrival === null) return NOTHING;
  const { km, seconds, verdict, since } = arrival;
  const said = t.km(km < 10 ? f.ratio(km) : f.count(km), seconds === 0 ? t.atOnce : f.duration(seconds));
  if (verdict === null) return said;
  return (
    <>
      {said}{seconds > 0 && ` · ${t.kmh(f.count((km / seconds) * 3600))}`}{' · '}
      <button type="button" className={`${table.press} ${places.fast}`} title={t.both} onClick={() => onBoth(local(since))}>{t[verdict]}</button>
    </>
  );
}
