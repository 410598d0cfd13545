/** Share of the machine's memory that the engine takes for the records of a dataset while it is made. */
const SHARE = 1 / 8;
const LEAST_BYTES = 256 * 2 ** 20;
/** A tab that takes more is in danger, whatever the machine has. */
const MOST_BYTES = 2 * 2 ** 30;
/** Where the browser does not tell. */
const UNKNOWN_GB = 8;

/** Bytes of memory for the records of one dataset while it is made, and for what comes of them; beyond it storage is used. */
export function memoryBudget(deviceMemoryGB: number | undefined = (navigator as { readonly deviceMemory?: number }).deviceMemory): number {
  return Math.min(MOST_BYTES, Math.max(LEAST_BYTES, (deviceMemoryGB ?? UNKNOWN_GB) * 2 ** 30 * SHARE));
}
