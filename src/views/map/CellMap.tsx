import { Button } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useMemo } from 'react';
import type { NumberPlaces } from '../../analysis/places/placeAnswers.ts';
import { useFormat } from '../../words/format.ts';
import { defineTexts, useTexts } from '../../words/language.tsx';
import { counted } from '../../words/plural.ts';
import { Background, ScaleBar, useOutlines } from './Background.tsx';
import classes from './CellMap.module.css';
import { apart, moveMarks, radiusOf, siteMarks, widthOf } from './mapMarks.ts';
import type { SiteMark } from './mapMarks.ts';
import { kmOf, projectionOf } from './mapView.ts';
import { useMapView } from './useMapView.ts';

const texts = defineTexts({
  name: [(sites: string, moves: string) => `Map of ${sites} sites and the moves between them (${moves}); the table of cells holds the same`, (sites: string, moves: string) => `${sites} 个站点及其间移动（${moves} 种）的地图，内容与基站小区表相同`],
  home: ['home', '居住地'],
  work: ['day', '日间'],
  both: ['home, day', '居住、日间'],
  site: [(cells: string, records: string) => `${cells}: ${counted(records, 'record', 'records')}`, (cells: string, records: string) => `${cells}：${records} 条记录`],
  more: [(count: string) => `and ${count} more`, (count: string) => `等 ${count} 个`],
  tools: ['Map', '地图'],
  nearer: ['Nearer', '放大'],
  farther: ['Farther', '缩小'],
  fit: ['Show all', '显示全部'],
  coarse: ['Outlines: Natural Earth 1:50 million, right to a few kilometres; borders for orientation only.', '轮廓：Natural Earth 1:5000 万，误差数公里；边界仅供参考。'],
  legend: ['Circles: records. Lines: changes of place; broken red: faster than possible.', '圆：记录数。线：地点变动；红色虚线：速度不可能。'],
});

const HEIGHT_PX = 360;
const MOST_LABELS = 8;
/** Below this width of the map coasts are off by more than one sees otherwise. */
const COARSE_KM = 300;

/**
 * Where a number was: its cells as circles by records, likely home and day place named, changes of place as lines. Without tiles:
 * nothing is asked of another machine.
 */
export function CellMap({ places, selected, onCell }: {
  places: NumberPlaces;
  /** The cell whose records are shown. */
  selected: string | null;
  onCell: (cell: string | null) => void;
}) {
  const t = useTexts(texts);
  const format = useFormat();
  const { ref, width } = useElementSize();
  const size = useMemo(() => ({ width: Math.max(240, width), height: HEIGHT_PX }), [width]);
  const sites = useMemo(() => siteMarks(places.cells), [places.cells]);
  const outlines = useOutlines();
  const { view, isWhole, fit, zoomBy, handlers } = useMapView(sites, size);
  const projection = projectionOf(view, size);
  const at = ({ latitude, longitude }: { readonly latitude: number; readonly longitude: number }) => {
    const [x, y] = projection([longitude, latitude]) ?? [-100, -100];
    return { x, y };
  };
  const moves = moveMarks(places);
  const most = sites[0]?.records ?? 1;
  const words = useSiteWords(places);
  const labels = apart(sites.flatMap((site, i) => {
    const text = words(site);
    const { x, y } = at(site);
    return text === null || x < 0 || y < 0 || x > size.width || y > size.height ? [] : [{ ...text, x, y: text.isBelow ? y + radiusOf(site.records, most) + 14 : y - radiusOf(site.records, most) - 5, rank: text.isHabit ? -1 : i }];
  }).sort((a, b) => a.rank - b.rank)).slice(0, MOST_LABELS);
  const titleOf = ({ cells, records }: SiteMark) => {
    const names = format.list(cells.slice(0, 3).map(({ cell }) => cell));
    return t.site(cells.length > 3 ? `${names} ${t.more(format.count(cells.length - 3))}` : names, format.count(records));
  };
  return (
    <figure className={classes.figure}>
      <div ref={ref} className={classes.frame} style={{ height: HEIGHT_PX }}>
        <svg width={size.width} height={size.height} viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={t.name(format.count(sites.length), format.count(moves.length))} className={classes.map} {...handlers}>
          <Background view={view} size={size} outlines={outlines} />
          {moves.map((move) => {
            const { from, to, impossible } = move;
            const [a, b] = [at(from), at(to)];
            return <line key={`${from.at} ${to.at}`} x1={a.x} y1={a.y} x2={b.x} y2={b.y} strokeWidth={widthOf(move)} className={classes.move} data-impossible={impossible > 0} />;
          })}
          {sites.map((site) => {
            const { x, y } = at(site);
            const isSelected = site.cells.some(({ cell }) => cell === selected);
            return (
              // The table beside it does the same by keyboard.
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
              <circle
                key={`${site.latitude} ${site.longitude}`}
                cx={x}
                cy={y}
                r={radiusOf(site.records, most)}
                className={classes.cell}
                data-selected={isSelected}
                onClick={() => onCell(isSelected ? null : site.cells[0]!.cell)}
              >
                <title>{titleOf(site)}</title>
              </circle>
            );
          })}
          {labels.map(({ text, x, y, isHabit }) => <text key={`${x} ${y}`} x={x} y={y} className={classes.label} data-habit={isHabit}>{text}</text>)}
          <ScaleBar view={view} size={size} />
        </svg>
        <fieldset className={classes.tools} aria-label={t.tools}>
          <Button size="compact-xs" variant="default" aria-label={t.nearer} title={t.nearer} onClick={() => zoomBy(2)}>+</Button>
          <Button size="compact-xs" variant="default" aria-label={t.farther} title={t.farther} onClick={() => zoomBy(0.5)}>−</Button>
          <Button size="compact-xs" variant="default" disabled={isWhole} onClick={fit}>{t.fit}</Button>
        </fieldset>
      </div>
      <figcaption className={classes.caption}>{t.legend}{kmOf(view, size.width) < COARSE_KM && ` ${t.coarse}`}</figcaption>
    </figure>
  );
}

/** What is written at a site: what it is to the number, else the written place. The day place has it below, so that a home near by keeps its own. */
function useSiteWords({ home, work, places }: NumberPlaces): (site: SiteMark) => { readonly text: string; readonly name: string; readonly isHabit: boolean; readonly isBelow: boolean } | null {
  const t = useTexts(texts);
  const isOf = (habit: NumberPlaces['home'], site: SiteMark) => habit.verdict === 'likely' && habit.at !== null && site.cells.some(({ cell }) => cell === places[habit.at!]?.cell);
  return (site) => {
    const [isHome, isWork] = [isOf(home, site), isOf(work, site)];
    const what = isHome && isWork ? t.both : isHome ? t.home : isWork ? t.work : null;
    const place = site.cells.find((cell) => cell.place !== null)?.place ?? null;
    const text = [place, what].filter((part) => part !== null).join(' · ');
    return text === '' ? null : { text, name: what === null ? (place ?? '') : '', isHabit: what !== null, isBelow: isWork && !isHome };
  };
}
