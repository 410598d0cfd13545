/** The same function, which reads each text but once: a column of words holds few. */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly value: T }>();
  return (text) => {
    let found = known.get(text);
    if (found === undefined) known.set(text, (found = { value: read(text) }));
    return found.value;
  };
}
