import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeGroup, formatGroup, groupAtMost, parseGroup } from './group.ts';
import { formatSearchText, parseSearchText } from './search.ts';

const numbers = fc.uniqueArray(fc.string({ minLength: 1, unit: 'grapheme' }).map((text) => text.trim()).filter((text) => text !== '' && !text.startsWith('…')), { maxLength: 300 });

test('a group comes back from the address as it was, however large', () => {
  fc.assert(fc.property(numbers, (group) => {
    expect(parseGroup(parseSearchText(formatSearchText({ group: formatGroup(group) }))['group'])).toEqual(group);
  }));
});

test('of a large group that another page made, the first numbers come with the link', () => {
  const group = Array.from({ length: 500 }, (_, i) => String(13_800_000_000 + i));
  expect(parseGroup(`${formatGroup(group)!}9`)).toEqual(group.slice(0, groupAtMost));
});

test('what is added and taken out again leaves the group as it was, in its order', () => {
  fc.assert(fc.property(numbers, numbers, (group, others) => {
    const added = others.filter((number) => !group.includes(number));
    expect(changeGroup(changeGroup(group, added, 'add'), added, 'remove')).toEqual(group);
  }));
});
