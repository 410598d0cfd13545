/** Memory for what is remembered, given out front to back and forgotten as a whole. */

let start: usize = 0;
let end: usize = 0;
let next: usize = 0;

export function setHeap(from: usize, to: usize): void {
  start = from;
  next = from;
  end = to;
}

export function forgetAll(): void {
  next = start;
}

/** Address of so many bytes, a multiple of 16; 0 when there is no more. */
export function allocate(bytes: usize): usize {
  const at = next;
  const size = (bytes + 15) & ~15;
  if (size > end - at) return 0;
  next = at + size;
  return at;
}
