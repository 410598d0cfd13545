/** True for the error that browsers and Node throw when a typed array or buffer cannot be had. */
export function isAllocationFailure(error: unknown): boolean {
  return error instanceof RangeError && /allocat|array length|array buffer|out of memory/i.test(error.message);
}
