import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { RecordRow } from '../../analysis/answers.ts';
import { LanguageProvider } from '../../words/language.tsx';
import { RecordsTable } from './RecordsTable.tsx';

const row = (line: number, at: string): RecordRow => ({ at, direction: 'out', type: 'call', other: '13812345678', durationS: 35, answered: true, imei: null, imsi: null, cell: null, file: 'march.csv', line });

function textsOf(rows: readonly RecordRow[]): readonly string[] {
  const html = renderToStaticMarkup(
    <LanguageProvider language="zh">
      <RecordsTable
        label="" rows={rows} offset={0} columns={{ hasDevices: false, hasCells: false }} isStale={false} renderNumber={(number) => number}
        onImei={() => undefined} onCell={() => undefined} renderLine={null} minRows={1}
      />
    </LanguageProvider>,
  );
  return html.split(/<[^>]+>/).filter((text) => text.includes(':'));
}

it('says once the zone that all times have', () => {
  expect(textsOf([row(2, '2026-05-12T12:51:47+08:00'), row(3, '2026-05-12T13:06:57+08:00')])).toEqual(['时间（+08:00）', '2026年5月12日 12:51:47', '2026年5月12日 13:06:57']);
});

it('says the zone of each time where they differ, or where one has none', () => {
  expect(textsOf([row(2, '2026-05-12T12:51:47+08:00'), row(3, '2026-05-12T13:06:57+06:30')])).toEqual(['2026年5月12日 12:51:47 +08:00', '2026年5月12日 13:06:57 +06:30']);
  expect(textsOf([row(2, '2026-05-12T12:51:47+08:00'), row(3, '2026-05-12T13:06:57')])).toEqual(['2026年5月12日 12:51:47 +08:00', '2026年5月12日 13:06:57']);
});
