import type { Stage } from '../stage.ts';
import type { Desk, Scribe } from './scribe.ts';
import { Table, type TableLayout } from './tables.ts';

const layouts: readonly TableLayout[] = [
  { encoding: 'utf-8', delimiter: ',', times: 'iso', header: ['基站', '纬度', '经度', '地点', '国家'] },
  { encoding: 'gbk', delimiter: ',', times: 'iso', header: ['小区标识', '经度', '纬度', '基站地址', '国家'] },
  { encoding: 'utf-8 with BOM', delimiter: ',', times: 'iso', header: ['Cell', 'Latitude', 'Longitude', 'Place', 'Country'] },
];

/** Where the cells stand (基站). */
export function cells(stage: Stage, desk: Desk): Scribe {
  return {
    *before() {
      const { places } = stage;
      const isLongitudeFirst = Math.abs(stage.seed) % layouts.length === 1;
      const table = new Table(stage, desk, '基站.csv', layouts);
      for (let index = 0; index <= places.satellite; index++) {
        const { cell, latitude, longitude, place, country } = places.site(index);
        const [first, second] = isLongitudeFirst ? [longitude, latitude] : [latitude, longitude];
        table.row(cell, first === null ? '' : String(first), second === null ? '' : String(second), place, country);
      }
      yield;
    },
  };
}
