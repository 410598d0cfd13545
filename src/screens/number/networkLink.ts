import { formatNumbers } from '../network/networkSearch.ts';

/** The way to the link graph around a number, for `Link` and `navigate`. */
export function networkLink(number: string) {
  return { to: '/network', search: { focus: formatNumbers([number]) } as never } as const;
}
