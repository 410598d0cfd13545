import { formatNumbers } from '../../state/numberList.ts';

/** The way to the link graph around one number or several, for `Link` and `navigate`. */
export function networkLink(...numbers: readonly string[]) {
  return { to: '/network', search: { focus: formatNumbers(numbers) } as never } as const;
}
