/** `1 record`, `2 records`, for English texts whose count comes ready for reading. */
export function counted(count: string, one: string, many: string): string {
  return `${count} ${count === '1' ? one : many}`;
}
