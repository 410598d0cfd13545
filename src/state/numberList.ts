/** A list of numbers as text for the URL. Numbers may be anything, so commas in them are escaped. */
export function formatNumbers(numbers: readonly string[]): string | undefined {
  return numbers.length === 0 ? undefined : numbers.map((number) => number.replaceAll('%', '%25').replaceAll(',', '%2C')).join(',');
}

/** The inverse of `formatNumbers`, without repeats and blanks. */
export function parseNumbers(text: string | undefined): readonly string[] {
  return [...new Set(parseEnds(text))];
}

/** The same with repeats: a number may be both ends of a link. */
export function parseEnds(text: string | undefined): readonly string[] {
  return (text ?? '').split(',').map((part) => part.trim().replaceAll('%2C', ',').replaceAll('%25', '%')).filter((number) => number !== '');
}

