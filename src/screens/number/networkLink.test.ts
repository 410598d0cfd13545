import { expect, it } from 'vitest';
import { parseNumbers } from '../../state/numberList.ts';
import { networkLink } from './networkLink.ts';

it('leads to the network of all the numbers it is given', () => {
  const { search } = networkLink('13812345678', 'a,b', '95588');
  expect(parseNumbers((search as { readonly focus: string }).focus)).toEqual(['13812345678', 'a,b', '95588']);
});
