/** What the tables of the link graph have in common: pages, and going along their rows by keys. */
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { moveRowFocus } from '../contactsTable/rowKeys.ts';

export const rowsPerPage = 100;

export function onArrowKey(event: KeyboardEvent<HTMLElement>): void {
  if (event.target instanceof HTMLElement && moveRowFocus(event.target, event.key)) event.preventDefault();
}

/** The first row of the page, within what there is now. */
export function usePage(total: number): readonly [number, (offset: number) => void] {
  const [offset, setOffset] = useState(0);
  return [offset < total ? offset : 0, setOffset];
}
