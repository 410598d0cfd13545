/** What the kernel asks its host, `src/ingest/kernelRows.ts`. */

/**
 * The value of a cell that the kernel does not read itself, as the TypeScript parser reads it; below 0 when the parser must see
 * the whole row. `areaStart` and `areaEnd` are the cell of the location area, or equal.
 */
@external('host', 'readCell')
export declare function readCell(kind: i32, start: usize, end: usize, areaStart: usize, areaEnd: usize): f64;

/** Id of the UTC offset of all of a local day since 1970, or below 0 when the clocks change on it. */
@external('host', 'offsetOfDay')
export declare function offsetOfDay(day: i32): i32;

/** Id of the UTC offset of all of a UTC day, or below 0. */
@external('host', 'offsetOfUtcDay')
export declare function offsetOfUtcDay(day: i32): i32;

/** Id of an offset in seconds, or below 0 when there are too many. */
@external('host', 'offsetId')
export declare function offsetId(offsetS: i32): i32;

/** Takes a partition's full block away. */
@external('host', 'blockFull')
export declare function blockFull(partition: i32): void;

/** Natural logarithm: that of the host, so that both give the same bits. */
@external('host', 'log')
export declare function log(x: f64): f64;
