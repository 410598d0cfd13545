import { formatNumbers } from '../../state/numberList.ts';

/** The way to two numbers beside each other, for `Link` and `navigate`. */
export function portraitLink(a: string, b: string) {
  return { to: '/compare', search: { ask: 'portrait', numbers: formatNumbers([a, b]) } as never } as const;
}
