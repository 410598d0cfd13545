/** Bytes from the beginning of a file that are enough for `inspectHead`. */
export const HEAD_BYTES = 256 * 1024;
