/** What `src/records/communication.ts` says of a record, for the kernel; the differential tests hold the two together. */

export const MAX_DURATION_S: u32 = 0xf_ffff;
export const IS_OUT: u32 = 1 << 20;
export const IS_TEXT: u32 = 1 << 21;
export const HAS_DURATION: u32 = 1 << 22;
export const IS_ANSWERED: u32 = 1 << 23;
export const IS_UNANSWERED: u32 = 1 << 24;
export const IS_OWN_VIEW: u32 = 1 << 25;
export const IS_MIRRORED: u32 = 1 << 26;
export const OWN_VIEW_SLACK_S: u64 = 3600;
export const OFFSET_SHIFT: u32 = 27;

export const DAY_S: i64 = 86_400;
/** 1990-01-01 and 2100-01-01, before and from which no time is a call's. */
export const FIRST_S: i64 = 631_152_000;
export const END_S: i64 = 4_102_444_800;

/** What a cell is asked to be when the host reads it: `CellKind` in `kernel.ts`. */
export const CELL_NUMBER: i32 = 0;
export const CELL_IMEI: i32 = 1;
export const CELL_IMSI: i32 = 2;
export const CELL_NAME: i32 = 3;
export const CELL_WORD: i32 = 4;
export const CELL_ANSWERED: i32 = 5;
export const CELL_DURATION: i32 = 6;
export const CELL_TYPE: i32 = 7;

/** What a cell of words says, as `src/ingest/wordCache.ts` has it. */
export const SAYS_OUT: u32 = 1;
export const SAYS_IN: u32 = 2;
export const SAYS_TEXT: u32 = 4;
export const SAYS_CALL: u32 = 8;
export const SAYS_ANSWERED: u32 = 16;
export const SAYS_UNANSWERED: u32 = 32;
