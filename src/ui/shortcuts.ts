/**
 * Keyboard shortcuts of whatever is on the screen, in one registry: it runs them and lists them in the help, so that no
 * shortcut works without being listed.
 */

export interface Shortcut {
  /**
   * One key or a sequence: `j`, `Enter`, `Space`, `Shift+J`, `mod+k` (⌘ on a Mac, Ctrl elsewhere), `g s` (g, then s).
   * Characters are compared as typed, so `?` needs no Shift.
   */
  readonly keys: string;
  /** What it does, in the language of the page. */
  readonly label: string;
  readonly run: (event: KeyboardEvent) => void;
  /** False lists it but does not run it; true when absent. */
  readonly isOn?: boolean;
}

export interface ShortcutGroup {
  /** What the shortcuts belong to: the screen's name. */
  readonly title: string;
  readonly shortcuts: readonly Shortcut[];
}

type Groups = readonly { readonly id: symbol; readonly group: ShortcutGroup }[];
const sequenceMs = 1000;
const offKey = 'callchain.singleKeysOff';
/** A dialog that has not come by then does not come. */
const heldMs = 5000;

let groups: Groups = [];
let shown: readonly ShortcutGroup[] = [];
let pending: { readonly keys: string; readonly at: number } | null = null;
let areSingleKeysOn = readSingleKeys();
/** What is typed while a dialog is on its way; null while none is. */
let held: { readonly text: string; readonly untilMs: number; readonly giveUp: () => void } | null = null;
/** How the dialogs that are open or on their way are closed, the last on top. */
let dialogs: readonly (() => void)[] = [];
const listeners = new Set<() => void>();

function changed(next: Groups): void {
  groups = next;
  shown = groups.map((entry) => entry.group);
  for (const listener of listeners) listener();
}

export function subscribeToShortcuts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** All groups on the screen, the outermost first. The same array until something changes. */
export function shortcutGroups(): readonly ShortcutGroup[] {
  return shown;
}

/** Adds or replaces the group `id`; the answer removes it. */
export function setShortcutGroup(id: symbol, group: ShortcutGroup): void {
  changed(groups.some((entry) => entry.id === id) ? groups.map((entry) => (entry.id === id ? { id, group } : entry)) : [...groups, { id, group }]);
}

export function removeShortcutGroup(id: symbol): void {
  changed(groups.filter((entry) => entry.id !== id));
}

/** Single keys can be switched off for those who speak to their computer (WCAG 2.1.4). */
export function singleKeysAreOn(): boolean {
  return areSingleKeysOn;
}

export function setSingleKeys(isOn: boolean): void {
  areSingleKeysOn = isOn;
  try {
    if (isOn) localStorage.removeItem(offKey);
    else localStorage.setItem(offKey, '1');
  } catch {
    // Storage is refused in some private windows; the choice then lasts as long as the page.
  }
  changed(groups);
}

function readSingleKeys(): boolean {
  try {
    return localStorage.getItem(offKey) === null;
  } catch {
    return true;
  }
}

/** The event as `keys` would write it: `mod+k`, `Shift+ArrowDown`, `?`. */
export function keyOf(event: KeyboardEvent): string {
  const isCharacter = event.key.length === 1 && event.key !== ' ';
  const key = event.key === ' ' ? 'Space' : isCharacter && !event.shiftKey ? event.key.toLowerCase() : event.key;
  const isLetterWithShift = event.shiftKey && (!isCharacter || /\p{Lu}/u.test(event.key));
  const parts = [event.metaKey || event.ctrlKey ? 'mod' : '', event.altKey ? 'Alt' : '', isLetterWithShift ? 'Shift' : ''];
  return [...parts.filter(Boolean), event.metaKey || event.ctrlKey ? key.toLowerCase() : key].join('+');
}

/** Where a key already has a meaning of its own: typing, menus, dialogs. */
function isTaken(event: KeyboardEvent, isSingle: boolean): boolean {
  const target = event.target instanceof Element ? event.target : null;
  if (target === null || !isSingle) return false;
  if (target.closest('input:not([type=checkbox],[type=radio],[type=range]),textarea,select,[contenteditable=true],[role=dialog],[role=menu],[role=listbox],[role=combobox]')) return true;
  // Enter and Space press what has the focus; arrows move sliders and separators.
  if (/^(Enter|Space)$/.test(keyOf(event)) && target.closest('button,a[href],summary,input,[role=button],[role=tab]')) return true;
  return /^(Shift\+)?(Arrow|Home|End|Page)/.test(keyOf(event)) && target.closest('[role=slider],[role=separator],[role=tablist],input') !== null;
}

/**
 * From now on keys run no shortcuts, and characters are kept: a dialog is on its way, which may first have to be loaded. Ends
 * with `takeTyping`, or with Escape, which calls `giveUp`; `atMs` as events say it (`performance.now()`).
 */
export function holdTyping(atMs: number, giveUp: () => void): void {
  held = { text: '', untilMs: atMs + heldMs, giveUp };
}

/** What was typed before the dialog had the focus; shortcuts work again. */
export function takeTyping(): string {
  const text = held?.text ?? '';
  held = null;
  return text;
}

/** Keeps what is typed for a dialog on its way, and lets other keys go by but those of the browser; those that fall into the dialog are its own. */
function isHeld(event: KeyboardEvent): boolean {
  if (held === null || event.ctrlKey || event.metaKey || event.altKey || /^(F\d+|Tab)$/.test(event.key)) return false;
  if (event.target instanceof Element && event.target.closest('[role=dialog]') !== null) return false;
  const { text, untilMs, giveUp } = held;
  // It may come all the same; whoever no longer wants it gives up it alone.
  if (event.key === 'Escape') {
    held = null;
    giveUp();
    return true;
  }
  if (event.timeStamp > untilMs) return false;
  if (event.key.length === 1) held = { text: text + event.key, untilMs, giveUp };
  return true;
}

/**
 * From now on keys are a dialog's, also before it has the focus: single ones run no shortcuts, and Escape closes the dialog that
 * came last. The answer ends it.
 */
export function giveKeysToDialog(close: () => void): () => void {
  const entry = () => close();
  dialogs = [...dialogs, entry];
  return () => {
    dialogs = dialogs.filter((other) => other !== entry);
  };
}

/** Runs the innermost shortcut for the event. Listens once on `window`. */
export function runShortcut(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || /^(Shift|Control|Alt|Meta)$/.test(event.key)) return;
  if (isHeld(event)) {
    event.preventDefault();
    return;
  }
  const key = keyOf(event);
  const isSingle = !key.startsWith('mod+') && !key.startsWith('Alt+');
  const closeDialog = dialogs.at(-1);
  if (closeDialog !== undefined && isSingle) {
    pending = null;
    if (key !== 'Escape') return;
    event.preventDefault();
    closeDialog();
    return;
  }
  if ((isSingle && !areSingleKeysOn && key.length === 1) || isTaken(event, isSingle)) {
    pending = null;
    return;
  }
  const keys = pending !== null && event.timeStamp - pending.at < sequenceMs ? `${pending.keys} ${key}` : key;
  const all = groups.flatMap((entry) => entry.group.shortcuts).reverse();
  const found = all.find((entry) => entry.isOn !== false && entry.keys === keys) ?? all.find((entry) => entry.isOn !== false && entry.keys === key);
  pending = found === undefined && all.some((entry) => entry.keys.startsWith(`${keys} `)) ? { keys, at: event.timeStamp } : null;
  if (found === undefined) return;
  event.preventDefault();
  found.run(event);
}
