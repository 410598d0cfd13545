import { expect, test } from 'vitest';
import { matchCommands, numberText } from './paletteMatches.ts';
import type { Command } from './paletteMatches.ts';

const command = (label: string): Command => ({ id: label, group: '', label, run: () => undefined });

test('a number is found however it is spaced', () => {
  expect(numberText('138 1234-5678')).toBe('13812345678');
  expect(numberText('+86 (138) 1234')).toBe('+861381234');
  expect(numberText('*100#')).toBe('*100#');
});

test('words are no number, unless they carry digits as hashed numbers do', () => {
  expect(numberText('trends')).toBe('');
  expect(numberText('a3f9')).toBe('a3f9');
});

test('words find a command in any order and any case', () => {
  const commands = [command('Go to Trends'), command('Colours: dark')];
  expect(matchCommands(commands, 'trends GO').map(({ label }) => label)).toEqual(['Go to Trends']);
  expect(matchCommands(commands, '')).toHaveLength(2);
  expect(matchCommands(commands, 'nothing')).toHaveLength(0);
});
