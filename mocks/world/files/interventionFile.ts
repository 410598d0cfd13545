import type { InterventionKind } from '../campaign.ts';
import type { Stage } from '../stage.ts';
import type { Desk, Scribe } from './scribe.ts';
import { Table, type TableLayout } from './tables.ts';

const layouts: readonly TableLayout[] = [
  { encoding: 'utf-8 with BOM', delimiter: ',', times: 'iso', header: ['日期', '行动类型', '地点', '范围'] },
  { encoding: 'utf-8', delimiter: ',', times: 'iso', header: ['date', 'kind', 'place', 'scope'] },
];
const kindWords: Readonly<Record<InterventionKind, readonly [string, string]>> = {
  networkCut: ['断网', 'network cut'], powerCut: ['断电', 'power cut'], cardBlock: ['封停号卡', 'card block'], raid: ['抓捕', 'raid'],
};

/** What was done against the gangs (打击行动). */
export function interventionFile(stage: Stage, desk: Desk): Scribe {
  return {
    *before() {
      const isEnglish = Math.abs(stage.seed) % layouts.length === 1;
      const table = new Table(stage, desk, '打击行动.csv', layouts);
      for (const { kind, day, second, place, numbers } of stage.campaign.interventions) {
        const scope = kind === 'cardBlock' ? (isEnglish ? `${numbers.length} cards` : `${numbers.length}张卡`)
          : kind === 'raid' ? (isEnglish ? `${numbers.length} persons` : `${numbers.length}人`) : isEnglish ? 'border cells' : '边境基站';
        table.row(table.time(day, second), kindWords[kind][isEnglish ? 1 : 0], place, scope);
      }
      yield;
    },
  };
}
