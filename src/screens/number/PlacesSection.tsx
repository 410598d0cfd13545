import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Dossier } from '../../analysis/answers.ts';
import type { NumberPlaces } from '../../analysis/places/placeAnswers.ts';
import { caseQueries, useCase } from '../../sources/useCase.tsx';
import { useWindow } from '../../state/search.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { CellMap } from '../../views/map/CellMap.tsx';
import table from '../../views/recordsTable/dataTable.module.css';
import { NOTHING, useFormat } from '../../words/format.ts';
import { glossary } from '../../words/glossary.ts';
import { defineTexts, useTexts } from '../../words/language.tsx';
import { counted } from '../../words/plural.ts';
import { HabitSentences } from './HabitSentences.tsx';
import type { NumberSearch, NumberSearchPatch } from './numberSearch.ts';
import classes from './PlacesSection.module.css';
import { Section } from './Section.tsx';
import { SeeRecords } from './SeeRecords.tsx';

const texts = defineTexts({
  cells: [(count: string) => `Cells and places: ${count}`, (count: string) => `基站与活动地点：${count} 个小区`],
  noCells: ['The records name no cell for this number. Open a file that has the column to see where it was.', '话单中没有该号码的基站小区。请打开含基站列的文件以查看位置。'],
  table: ['Cells', '基站小区'],
  place: ['Place', '地点'],
  records: ['Records', '记录'],
  nights: ['Nights', '夜晚'],
  workdays: ['Workdays', '工作日'],
  span: ['First and last', '首末次'],
  home: ['home', '居住地'],
  work: ['day', '日间'],
  filter: [(cell: string) => `Show the records at ${cell}`, (cell: string) => `查看在 ${cell} 的话单记录`],
  all: [(count: string) => `All ${count} cells`, (count: string) => `全部 ${count} 个基站小区`],
  fewer: ['Fewer', '收起'],
  most: [(shown: string, of: string) => `The ${shown} busiest of ${of} cells.`, (shown: string, of: string) => `共 ${of} 个小区，仅列最常用的 ${shown} 个。`],
  noMap: ['None of these cells has coordinates, so there is no map. Open a file of cells (cell, latitude, longitude) to see one.', '这些小区均无坐标，无法绘制地图。打开基站文件（小区、纬度、经度）即可显示。'],
  unplaced: [(cells: string, records: string) => `Not on the map, for want of coordinates: ${cells} (${counted(records, 'record', 'records')}), marked ${NOTHING} in the table.`, (cells: string, records: string) => `因缺坐标未上图：${cells} 个小区（${records} 条记录），表中以 ${NOTHING} 标出。`],
  located: ['On map', '上图'],
  yes: ['yes', '是'],
  unplacedCells: [(count: string) => counted(count, 'cell', 'cells'), (count: string) => count],
});

/** Cells shown before one asks for all. */
const SHOWN = 10;
const RESERVED_PX = 460;

/** Where the number was: likely home and day place, the map, and its table. */
export function PlacesSection({ dossier, search, onFilter }: {
  dossier: Dossier;
  search: NumberSearch;
  onFilter: (patch: NumberSearchPatch) => void;
}) {
  const t = useTexts(texts);
  const format = useFormat();
  const { window } = useWindow();
  const hasCells = dossier.cells.length > 0;
  const { data, error, refetch } = useQuery({ ...caseQueries.places(useCase(), dossier.number, window), enabled: hasCells });
  return (
    <Section
      part="cells"
      isWide
      aside={<SeeRecords isOn={search.cell !== undefined} />}
      title={t.cells(format.count(dossier.cells.length))}
      {...(hasCells ? { minHeightPx: RESERVED_PX } : { note: t.noCells })}
    >
      {error !== null && data === undefined && <ErrorState where={t.table} error={error} onRetry={() => void refetch()} />}
      {data !== undefined && hasCells && <Places places={data} selected={search.cell ?? null} onCell={(cell) => onFilter({ cell: cell ?? undefined })} />}
    </Section>
  );
}

function Places({ places, selected, onCell }: { places: NumberPlaces; selected: string | null; onCell: (cell: string | null) => void }) {
  const t = useTexts(texts);
  const format = useFormat();
  const unplaced = places.cells.filter(({ latitude }) => latitude === null);
  const isMapped = unplaced.length < places.cells.length;
  return (
    <>
      <HabitSentences places={places} />
      {!isMapped && <p className={classes.note}>{t.noMap}</p>}
      <div className={isMapped ? classes.pair : undefined}>
        {isMapped && <CellMap key={`${places.cellCount} ${places.sightings}`} places={places} selected={selected} onCell={onCell} />}
        <CellsTable places={places} hasGaps={isMapped && unplaced.length > 0} selected={selected} onCell={onCell} />
      </div>
      {isMapped && unplaced.length > 0 && (
        <p className={classes.note}>
          {t.unplaced(t.unplacedCells(format.count(unplaced.length)), format.count(unplaced.reduce((sum, { records }) => sum + records, 0)))}
        </p>
      )}
      {places.cells.length < places.cellCount && <p className={classes.note}>{t.most(format.count(places.cells.length), format.count(places.cellCount))}</p>}
    </>
  );
}

function CellsTable({ places, hasGaps, selected, onCell }: { places: NumberPlaces; hasGaps: boolean; selected: string | null; onCell: (cell: string | null) => void }) {
  const t = useTexts(texts);
  const g = useTexts(glossary);
  const format = useFormat();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? places.cells : places.cells.slice(0, SHOWN);
  const hasPlaces = places.cells.some(({ place }) => place !== null);
  const habitOf = (at: number) => {
    const is = (habit: NumberPlaces['home'], word: string) => (habit.verdict === 'likely' && habit.at === at ? [word] : []);
    return [...is(places.home, t.home), ...is(places.work, t.work)].join(' · ');
  };
  return (
    <div>
      {/* Scrolls by itself where the window is narrow, so the keyboard must reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={`${table.frame} ${classes.frame}`} tabIndex={0} aria-label={t.table}>
        <table className={table.table} aria-label={t.table}>
          <thead>
            <tr>
              <th scope="col">{g.cell}</th>
              {hasPlaces && <th scope="col">{t.place}</th>}
              <th scope="col" className={table.right}>{t.records}</th>
              <th scope="col" className={table.right}>{t.nights}</th>
              <th scope="col" className={table.right}>{t.workdays}</th>
              {hasGaps && <th scope="col">{t.located}</th>}
              <th scope="col" className={table.grow}>{t.span}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((cell) => {
              const habit = habitOf(cell.at);
              return (
                <tr key={cell.cell}>
                  <th scope="row">
                    <button type="button" className={`${table.press} ${table.filter}`} aria-pressed={selected === cell.cell} title={t.filter(cell.cell)} onClick={() => onCell(selected === cell.cell ? null : cell.cell)}>
                      {cell.cell}
                    </button>
                    {habit !== '' && <strong className={classes.habit}>{habit}</strong>}
                  </th>
                  {hasPlaces && <td>{[cell.place, cell.country].filter(Boolean).join(' · ') || NOTHING}</td>}
                  <td className={table.right}>{format.count(cell.records)}</td>
                  <td className={table.right}>{format.count(cell.nights)}</td>
                  <td className={table.right}>{format.count(cell.workdays)}</td>
                  {hasGaps && <td>{cell.latitude === null ? NOTHING : t.yes}</td>}
                  <td>{format.span(cell.first, cell.last)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      {places.cells.length > SHOWN && (
        <Button size="compact-xs" variant="subtle" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t.fewer : t.all(format.count(places.cells.length))}
        </Button>
      )}
    </div>
  );
}
