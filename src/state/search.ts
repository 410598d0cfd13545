/**
 * What the URL holds. Each part is parsed once and formatted once; a value that does not parse counts as absent, so an
 * old or mangled link still opens.
 */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { DayWindow } from '../records/days.ts';
import { parseDay } from '../records/days.ts';

export type RawSearch = Readonly<Record<string, unknown>>;

/** Kept on every screen when one goes from one to another. */
export const sharedKeys = ['source', 'from', 'to', 'sel', 'group'] as const;

export interface SharedSearch {
  /** Which source answers: `demo`/`api`, or a local dataset's id. */
  readonly source?: string;
  readonly from?: string;
  readonly to?: string;
  /** The selected number. */
  readonly sel?: string;
}

/** `?from=2026-05-12&det=burner,simBox`: every value is text, the last one of a key counts. */
export function parseSearchText(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(/%2C/g, ',').replace(/%3A/g, ':');
}

/** The inverse of `parseSearchText`; commas and colons stay readable, empty and absent values go. */
export function formatSearchText(search: RawSearch): string {
  const parts = Object.entries(search).flatMap(([key, value]) => {
    const text = Array.isArray(value) ? value.join(',') : (parseText(value) ?? '');
    return text === '' ? [] : [`${encode(key)}=${encode(text)}`];
  });
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

export function parseText(raw: unknown): string | undefined {
  if (typeof raw === 'number') return String(raw);
  return typeof raw === 'string' && raw !== '' ? raw : undefined;
}

export function parseOneOf<T extends string>(raw: unknown, allowed: readonly T[]): T | undefined {
  return allowed.find((value) => value === raw);
}

/** A comma-separated list; members that are not allowed are dropped. */
export function parseListOf<T extends string>(raw: unknown, allowed: readonly T[]): readonly T[] {
  const parts = parseText(raw)?.split(',') ?? [];
  return allowed.filter((value) => parts.includes(value));
}

export function parseCount(raw: unknown, max: number): number | undefined {
  const value = typeof raw === 'string' ? Number(raw) : raw;
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= max ? value : undefined;
}

function parseDayText(raw: unknown): string | undefined {
  const text = parseText(raw);
  return text !== undefined && !Number.isNaN(parseDay(text)) ? text : undefined;
}

export function parseSharedSearch(raw: RawSearch): SharedSearch {
  const shared = {
    source: parseText(raw['source']),
    from: parseDayText(raw['from']),
    to: parseDayText(raw['to']),
    sel: parseText(raw['sel']),
  };
  return Object.fromEntries(Object.entries(shared).filter(([, value]) => value !== undefined));
}

/**
 * Part of the URL's search as state: `[value, patch]`. `undefined` in a patch removes the key.
 * `parse` must be a constant (module-level) function.
 */
export function useSearchState<T extends object>(
  parse: (raw: RawSearch) => T,
): readonly [T, (patch: { readonly [K in keyof T]?: T[K] | undefined }, how?: { readonly replace?: boolean }) => void] {
  const raw: RawSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const value = useMemo(() => parse(raw), [parse, raw]);
  const patch = useCallback(
    (change: { readonly [K in keyof T]?: T[K] | undefined }, how?: { readonly replace?: boolean }) => {
      // A removed key stays as undefined: were it absent, the router would retain the shared ones (`sharedKeys`).
      const merge = (previous: RawSearch) => ({ ...previous, ...change });
      void navigate({ to: '.', search: merge, replace: how?.replace ?? false });
    },
    [navigate],
  );
  return [value, patch];
}

/** The window that filters every screen; null shows the whole span. */
export function useWindow(): { readonly window: DayWindow | null; readonly setWindow: (window: DayWindow | null) => void } {
  const [{ from, to }, patch] = useSearchState(parseSharedSearch);
  const window = useMemo(() => (from !== undefined && to !== undefined && from <= to ? { from, to } : null), [from, to]);
  const setWindow = useCallback((next: DayWindow | null) => patch({ from: next?.from, to: next?.to }), [patch]);
  return { window, setWindow };
}

/** The selected number, which the inspector shows on every screen. */
export function useSelection(): { readonly selected: string | null; readonly select: (number: string | null) => void } {
  const [{ sel }, patch] = useSearchState(parseSharedSearch);
  const select = useCallback((number: string | null) => patch({ sel: number ?? undefined }, { replace: true }), [patch]);
  return { selected: sel ?? null, select };
}
