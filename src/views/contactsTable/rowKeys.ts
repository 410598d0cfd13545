/** Moving through a table whose rows each have one thing to press first (a link). */

const rowTarget = 'a[href], button';

/** Focuses the first link of the next or previous row for an arrow key; false when the key is none or there is no row. */
export function moveRowFocus(from: HTMLElement, key: string): boolean {
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return false;
  const row = from.closest('tr');
  const next = key === 'ArrowDown' ? row?.nextElementSibling : row?.previousElementSibling;
  const target = next?.querySelector<HTMLElement>(rowTarget);
  target?.focus();
  return target !== null && target !== undefined;
}
