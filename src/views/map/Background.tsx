import { geoPath } from 'd3-geo';
import { useEffect, useState } from 'react';
import { useFormat } from '../../words/format.ts';
import { defineTexts, useTexts } from '../../words/language.tsx';
import classes from './CellMap.module.css';
import { graticuleOf, projectionOf, scaleBar } from './mapView.ts';
import type { MapSize, MapView } from './mapView.ts';
import { loadOutlines } from './outlines.ts';
import type { Outlines } from './outlines.ts';

const texts = defineTexts({
  km: [(length: string) => `${length} km`, (length: string) => `${length} 公里`],
  m: [(length: string) => `${length} m`, (length: string) => `${length} 米`],
});

/** Outlines of land and borders; null until they are there. A map without them still has its graticule and its scale. */
export function useOutlines(): Outlines | null {
  const [outlines, setOutlines] = useState<Outlines | null>(null);
  useEffect(() => {
    let isGone = false;
    loadOutlines().then((loaded) => !isGone && setOutlines(loaded), () => undefined);
    return () => {
      isGone = true;
    };
  }, []);
  return outlines;
}

/** Land, borders, meridians and parallels with their degrees. */
export function Background({ view, size, outlines }: { view: MapView; size: MapSize; outlines: Outlines | null }) {
  const projection = projectionOf(view, size);
  const path = geoPath(projection);
  const { meridians, parallels, decimals } = graticuleOf(view, size);
  const degrees = (value: number, positive: string, negative: string) => {
    const turned = ((value + 540) % 360) - 180;
    return `${Math.abs(turned).toFixed(decimals)}° ${turned < 0 ? negative : positive}`;
  };
  return (
    <g aria-hidden>
      {outlines?.lands.map(({ feature }, i) => {
        const shape = path(feature);
        // oxlint-disable-next-line react/no-array-index-key -- fixed, in the atlas' order
        return shape === null ? null : <path key={i} d={shape} className={classes.land} />;
      })}
      {outlines !== null && <path d={path(outlines.borders) ?? ''} className={classes.border} />}
      {meridians.map((longitude) => {
        const x = projection([longitude, view.latitude])?.[0] ?? 0;
        return (
          <g key={longitude}>
            <line x1={x} x2={x} y1={0} y2={size.height} className={classes.graticule} />
            {x > 70 && x < size.width - 190 && <text x={x + 3} y={11} className={classes.degrees}>{degrees(longitude, 'E', 'W')}</text>}
          </g>
        );
      })}
      {parallels.map((latitude) => {
        const y = projection([view.longitude, latitude])?.[1] ?? 0;
        return (
          <g key={latitude}>
            <line x1={0} x2={size.width} y1={y} y2={y} className={classes.graticule} />
            {y > 24 && y < size.height - 32 && <text x={4} y={y - 3} className={classes.degrees}>{degrees(latitude, 'N', 'S')}</text>}
          </g>
        );
      })}
    </g>
  );
}

/** How long a kilometre, or some, is in the middle of the map. */
export function ScaleBar({ view, size }: { view: MapView; size: MapSize }) {
  const t = useTexts(texts);
  const format = useFormat();
  const { km, px } = scaleBar(view, 120);
  const y = size.height - 10;
  return (
    <g className={classes.scale}>
      <path d={`M12 ${y - 5}V${y}H${12 + px}V${y - 5}`} />
      <text x={12 + px / 2} y={y - 5}>{km < 1 ? t.m(format.count(km * 1000)) : t.km(format.count(km))}</text>
    </g>
  );
}
