import { expect, it } from 'vitest';
import { namedApart } from './namedApart.ts';

it('tells datasets of one name apart, and leaves the others as they are', () => {
  const opened = [
    { id: 'c', name: 'calls.csv', openedAt: 3 }, { id: 'b', name: 'march.csv', openedAt: 2 }, { id: 'a', name: 'calls.csv', openedAt: 1 },
  ];
  expect(namedApart(opened)).toEqual([
    { value: 'c', label: 'calls.csv (2)' }, { value: 'b', label: 'march.csv' }, { value: 'a', label: 'calls.csv' },
  ]);
});
