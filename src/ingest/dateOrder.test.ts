import { expect, it } from 'vitest';
import { findDateOrder } from './dateOrder.ts';

it('The name of a column tells the order of day and month where its dates do not', () => {
  const dates = ['05/01/2026 00:15', '05/02/2026 00:32', '06/03/2026 10:00'];
  for (const name of ['Start (MM/DD/YYYY HH:MM)', 'Date [mm-dd-yy]', '日期(月/日/年)', 'Date M/D/YYYY']) expect([name, findDateOrder(dates, false, name)]).toEqual([name, { order: 'mdy', unclear: null }]);
  for (const name of ['Start (DD/MM/YYYY HH:MM)', 'Fecha (DD/MM/AAAA)', 'Date (JJ/MM/AAAA)', 'Datum (TT.MM.JJJJ)', '日期（日/月/年）']) expect([name, findDateOrder(dates, false, name)]).toEqual([name, { order: 'dmy', unclear: null }]);
  for (const name of ['Start', 'Start (HH:MM)', 'Comm/dd/yy']) expect([name, findDateOrder(dates, false, name)]).toEqual([name, { order: 'dmy', unclear: dates[0] }]);
});

it('What the dates themselves tell goes before the name of their column', () => {
  expect(findDateOrder(['13/05/2026', '05/06/2026'], false, 'Date (MM/DD/YYYY)').order).toBe('dmy');
  expect(findDateOrder(['05/13/2026', '05/06/2026'], false, 'Date (DD/MM/YYYY)').order).toBe('mdy');
  expect(findDateOrder(['2026-05-13'], false, 'Date (DD/MM/YYYY)').order).toBe('ymd');
});
