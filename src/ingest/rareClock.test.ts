import { expect, it } from 'vitest';
import { inspectAndRead } from './fixtures/readAll.ts';

/** Times of the calls of a file with these columns. */
function timesOf(header: string, rows: readonly string[]): string[] {
  const text = [header, ...rows].join('\n');
  return inspectAndRead(new TextEncoder().encode(text), 'calls.csv', { zone: 'UTC' }).records.map(({ at }) => at);
}

it('A column of times in letters or with dashes is known for one, whatever it is called, and no call is put at midnight', () => {
  const headers = ['Número de origem;Número de destino;Data;Hora;Duração (seg)', 'Appelant;Appelé;Date;Heure;Durée (s)', 'Número de origen;Número de destino;Fecha;Hora;Duración (seg)', '主叫号码;被叫号码;日期;时间点;时长'];
  const times = [['04h27m37s', '05h33m42s', '13h01m09s'], ['04h27', '05h33', '13h01'], ['04-27-37', '05-33-42', '13-01-09']];
  for (const header of headers) {
    for (const [first = '', second = '', third = ''] of times) {
      const rows = [`13812345678;18610000000;01/05/2026;${first};108`, `18610137911;13812345678;02/05/2026;${second};0`, `13812345678;18610137911;14/05/2026;${third};7`];
      const seconds = (of: string) => (first.length > 5 ? of : '00');
      expect([header, timesOf(header, rows)]).toEqual([header, [`2026-05-01T04:27:${seconds('37')}+00:00`, `2026-05-02T05:33:${seconds('42')}+00:00`, `2026-05-14T13:01:${seconds('09')}+00:00`]]);
    }
  }
});

it('What lasts for minutes is a duration, and no time past midnight', () => {
  const text = '13812345678,18610000000,2026-05-01,0h05m30s\n18610137911,13812345678,2026-05-02,0h00m42s\n13812345678,18610137911,2026-05-14,1h01m09s\n';
  const { records } = inspectAndRead(new TextEncoder().encode(text), 'calls.csv', { zone: 'UTC' });
  expect(records.map(({ at, durationS }) => [at.slice(0, 10), durationS])).toEqual([['2026-05-01', 330], ['2026-05-02', 42], ['2026-05-14', 3669]]);
});
