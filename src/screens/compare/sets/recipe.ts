/** A comparison of sets as the URL holds it: what each set is made of, and the expression. Long lists are kept here and named by their content. */
import type { NumberSource } from '../../../analysis/sets/collision.ts';
import { formatScene, parseScene } from '../../../analysis/compare/sceneText.ts';
import { isSetName } from '../../../analysis/sets/setExpression.ts';
import { listRoles } from '../../../records/recordTables.ts';
import { detectorIds } from '../../../scoring/detectorIds.ts';
import { formatNumbers, parseNumbers } from '../../../state/numberList.ts';
import { parseListOf, parseOneOf } from '../../../state/search.ts';

/** A set before its numbers are at hand. */
export type SetContent =
  | Exclude<NumberSource, { is: 'numbers' }>
  /** Few enough to stand in a link. */
  | { readonly is: 'numbers'; readonly numbers: readonly string[] }
  /** A list kept in this browser. */
  | { readonly is: 'kept'; readonly id: string; readonly label: string; readonly count: number }
  /** Whatever is marked. */
  | { readonly is: 'group' };

export interface RecipeSet {
  readonly name: string;
  readonly content: SetContent;
}

export interface Recipe {
  readonly sets: readonly RecipeSet[];
  readonly expression: string;
  readonly keepsLeftAlone: boolean;
}

export const mostSets = 12;
/** More would not fit into a link. */
export const inlineAtMost = 200;

const escape = (text: string) => text.replaceAll('%', '%25').replaceAll('|', '%7C').replaceAll(':', '%3A');
const unescape = (text: string) => text.replaceAll('%3A', ':').replaceAll('%7C', '|').replaceAll('%25', '%');

/** `A:numbers:1380…,1390…|B:list:seized:wanted.csv`; undefined for none. */
export function formatSets(sets: readonly RecipeSet[]): string | undefined {
  return sets.length === 0 ? undefined : sets.map(({ name, content }) => [name, content.is, ...partsOf(content)].map(escape).join(':')).join('|');
}

function partsOf(content: SetContent): readonly string[] {
  switch (content.is) {
    case 'numbers':
      return [formatNumbers(content.numbers) ?? ''];
    case 'kept':
      return [content.id, String(content.count), content.label];
    case 'group':
      return [];
    case 'list':
      return [content.role, content.name];
    case 'scene':
      return [String(content.metres), formatScene(content.scene)];
    case 'devices':
      return [formatNumbers(content.devices) ?? ''];
    case 'suspects':
      return [String(content.minScore), content.detectors.join(',')];
  }
}

/** The inverse of `formatSets`; what is no set, or has a name twice, is left out. */
export function parseSets(text: string | undefined): readonly RecipeSet[] {
  const sets = new Map<string, RecipeSet>();
  for (const part of (text ?? '').split('|')) {
    const [name = '', is = '', ...rest] = part.split(':').map(unescape);
    const content = contentOf(is, rest);
    if (content !== null && isSetName(name) && !sets.has(name) && sets.size < mostSets) sets.set(name, { name, content });
  }
  return [...sets.values()];
}

function contentOf(is: string, [first = '', second = '', third = '']: readonly string[]): SetContent | null {
  switch (is) {
    case 'numbers':
      return { is, numbers: parseNumbers(first).slice(0, inlineAtMost) };
    case 'kept':
      return /^[\w-]+$/.test(first) && /^\d+$/.test(second) ? { is, id: first, count: Number(second), label: third } : null;
    case 'group':
      return { is };
    case 'list': {
      const role = parseOneOf(first, listRoles);
      return role === undefined || second === '' ? null : { is, role, name: second };
    }
    case 'scene': {
      const scene = parseScene(second);
      return scene === null || !/^\d{1,6}$/.test(first) ? null : { is, scene, metres: Number(first) };
    }
    case 'devices': {
      const devices = parseNumbers(first);
      return devices.length === 0 ? null : { is, devices };
    }
    case 'suspects':
      return /^\d{1,3}$/.test(first) ? { is, minScore: Math.min(100, Number(first)), detectors: parseListOf(second, detectorIds) } : null;
    default:
      return null;
  }
}

/** The first letter that no set has yet, or the first with a figure. */
export function freeName(sets: readonly RecipeSet[]): string {
  const taken = new Set(sets.map(({ name }) => name));
  for (let i = 0; ; i++) {
    const name = String.fromCharCode(65 + (i % 26)) + (i < 26 ? '' : String(Math.floor(i / 26) + 1));
    if (!taken.has(name)) return name;
  }
}

/** Ready-made expressions over all sets. */
export const quickWays = ['all', 'any', 'onlyFirst', 'atLeastTwo'] as const;
export type QuickWay = (typeof quickWays)[number];

export function quickExpression(way: QuickWay, names: readonly string[]): string {
  switch (way) {
    case 'all':
      return names.join(' & ');
    case 'any':
      return names.join(' | ');
    case 'onlyFirst':
      return names.join(' - ');
    case 'atLeastTwo':
      return names.flatMap((name, i) => names.slice(i + 1).map((other) => `(${name} & ${other})`)).join(' | ') || (names[0] ?? '');
  }
}
