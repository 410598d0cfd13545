import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { giveKeysToDialog, holdTyping, keyOf, removeShortcutGroup, runShortcut, setShortcutGroup, setSingleKeys, takeTyping } from './shortcuts.ts';
import type { Shortcut } from './shortcuts.ts';

const spy = () => vi.fn<() => void>();

/** Stands for an element inside what `inside` matches. */
class FakeElement {
  readonly #inside: string;
  constructor(inside: string) {
    this.#inside = inside;
  }
  closest(selector: string): FakeElement | null {
    return this.#inside !== '' && selector.split(/,(?![^(]*\))/).some((part) => part.startsWith(this.#inside)) ? this : null;
  }
}

let atMs = 0;
function press(key: string, { inside = '', afterMs = 10, ...modifiers }: { inside?: string; afterMs?: number; shiftKey?: boolean; ctrlKey?: boolean } = {}) {
  atMs += afterMs;
  const event = {
    key, target: new FakeElement(inside), timeStamp: atMs, defaultPrevented: false, isComposing: false,
    shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, preventDefault: spy(), ...modifiers,
  };
  runShortcut(event as unknown as KeyboardEvent);
  return event.preventDefault.mock.calls.length > 0;
}

function name(key: string, more: object = {}): string {
  return keyOf({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...more } as KeyboardEvent);
}

const outer = Symbol('outer');
const inner = Symbol('inner');
const shortcut = (keys: string, run: () => void = spy(), isOn = true): Shortcut => ({ keys, label: keys, run, isOn });

beforeEach(() => vi.stubGlobal('Element', FakeElement));
afterEach(() => {
  removeShortcutGroup(outer);
  removeShortcutGroup(inner);
  setSingleKeys(true);
  vi.unstubAllGlobals();
});

test('a key is named as the help names it', () => {
  expect(name('k', { ctrlKey: true })).toBe('mod+k');
  expect(name('K', { metaKey: true })).toBe('mod+k');
  expect(name('?', { shiftKey: true })).toBe('?');
  expect(name('J', { shiftKey: true })).toBe('Shift+J');
  expect(name(' ')).toBe('Space');
  expect(name('ArrowDown', { shiftKey: true })).toBe('Shift+ArrowDown');
});

test('the screen wins over the frame where both use a key, and a key that is off falls through', () => {
  const ofFrame = spy();
  const ofScreen = spy();
  setShortcutGroup(outer, { title: 'frame', shortcuts: [shortcut('Escape', ofFrame)] });
  setShortcutGroup(inner, { title: 'screen', shortcuts: [shortcut('Escape', ofScreen)] });
  press('Escape');
  expect([ofFrame.mock.calls.length, ofScreen.mock.calls.length]).toEqual([0, 1]);
  setShortcutGroup(inner, { title: 'screen', shortcuts: [shortcut('Escape', ofScreen, false)] });
  press('Escape');
  expect([ofFrame.mock.calls.length, ofScreen.mock.calls.length]).toEqual([1, 1]);
});

test('two keys one after the other go to a screen, but not when one waits too long', () => {
  const go = spy();
  setShortcutGroup(outer, { title: 'frame', shortcuts: [shortcut('g s', go)] });
  press('g');
  press('s');
  expect(go).toHaveBeenCalledTimes(1);
  press('g');
  press('s', { afterMs: 1500 });
  expect(go).toHaveBeenCalledTimes(1);
});

test('typing into a field runs no single key, but the palette still opens', () => {
  const single = spy();
  const palette = spy();
  setShortcutGroup(outer, { title: 'frame', shortcuts: [shortcut('c', single), shortcut('mod+k', palette)] });
  press('c', { inside: 'textarea' });
  press('k', { inside: 'textarea', ctrlKey: true });
  expect([single.mock.calls.length, palette.mock.calls.length]).toEqual([0, 1]);
});

test('what is typed for a dialog that is still loading runs nothing and is kept for it, until it has the focus or for some seconds', () => {
  const single = spy();
  const reload = spy();
  setShortcutGroup(outer, { title: 'frame', shortcuts: [shortcut('c', single), shortcut('Enter', single), shortcut('ArrowDown', single), shortcut('F5', reload)] });
  holdTyping(atMs, spy());
  for (const key of ['c', 'h', 'Enter', 'ArrowDown']) expect(press(key)).toBe(true);
  // In the dialog keys are its own, and the browser keeps its own.
  expect(press('c', { inside: '[role=dialog]' })).toBe(false);
  press('F5');
  expect([single.mock.calls.length, reload.mock.calls.length, takeTyping()]).toEqual([0, 1, 'ch']);
  press('c');
  expect(single).toHaveBeenCalledTimes(1);
  holdTyping(atMs, spy());
  press('c', { afterMs: 6000 });
  expect(single).toHaveBeenCalledTimes(2);
});

test('Escape gives up a dialog that is still loading, and nothing else', () => {
  const clear = spy();
  const giveUp = spy();
  setShortcutGroup(outer, { title: 'frame', shortcuts: [shortcut('Escape', clear)] });
  holdTyping(atMs, giveUp);
  press('Escape');
  expect([giveUp.mock.calls.length, clear.mock.calls.length]).toEqual([1, 0]);
  press('Escape');
  expect([giveUp.mock.calls.length, clear.mock.calls.length]).toEqual([1, 1]);
});

test('Escape gives up also a dialog that is slow to come', () => {
  const clear = spy();
  const giveUp = spy();
  setShortcutGroup(outer, { title: 'frame', shortcuts: [shortcut('Escape', clear)] });
  holdTyping(atMs, giveUp);
  press('Escape', { afterMs: 60_000 });
  expect([giveUp.mock.calls.length, clear.mock.calls.length]).toEqual([1, 0]);
});

test('keys are those of the dialog on top, though the focus is not in it yet', () => {
  const single = spy();
  const clear = spy();
  setShortcutGroup(outer, { title: 'frame', shortcuts: [shortcut('c', single), shortcut('Escape', clear)] });
  const closes = [spy(), spy()];
  const ends = closes.map(giveKeysToDialog);
  press('c');
  press('Escape');
  ends[1]!();
  press('Escape');
  ends[0]!();
  expect([closes[0]!.mock.calls.length, closes[1]!.mock.calls.length, single.mock.calls.length, clear.mock.calls.length]).toEqual([1, 1, 0, 0]);
  press('c');
  press('Escape');
  expect([single.mock.calls.length, clear.mock.calls.length]).toEqual([1, 1]);
});

test('Enter on a button presses the button', () => {
  const open = spy();
  setShortcutGroup(outer, { title: 'frame', shortcuts: [shortcut('Enter', open)] });
  expect(press('Enter', { inside: 'button' })).toBe(false);
  expect(press('Enter')).toBe(true);
  expect(open).toHaveBeenCalledTimes(1);
});

test('single keys can be switched off without losing the others', () => {
  const single = spy();
  const arrow = spy();
  setShortcutGroup(outer, { title: 'frame', shortcuts: [shortcut('c', single), shortcut('ArrowDown', arrow)] });
  setSingleKeys(false);
  press('c');
  press('ArrowDown');
  expect([single.mock.calls.length, arrow.mock.calls.length]).toEqual([0, 1]);
});
