/** The kernel: the hot loops of reading, in AssemblyScript. `npm run kernel` builds `../kernelBytes.ts` from it. */
export { dateOrder, firstMonth, firstYear, forgetZone, isGb18030, isZoneChosen, offsetsS } from './clock';
export { chunk, columns, deviceCount, deviceKeys, deviceRows, lastDay, linkCount, presence, rows } from './features';
export { group, groupStarts, input, order, recordBytes, scratch } from './group';
export { forgetAll, setHeap } from './heap';
export { delimiter, findMarks, marks } from './marks';
export { forgetMemos } from './memo';
export { packBlock, packed, packedEnds } from './pack';
export { blocks, blockWords, cursors, hashShift, recordWords } from './partitions';
export {
  accepted, beginWindow, bounds, columnAnswered, columnCell, columnClock, columnDate, columnDirection, columnDuration, columnEnd, columnFirst, columnImei,
  columnImsi, columnLac, columnSecond, columnStart, columnType, days, extremes, isInSeconds, isLeft, isPair, leastCells, mostCells,
  line, lineBase, maxCells, owner, scan,
} from './rows';
export { clearTables, describe, describeOnly, pack, placeTables } from './summarise';
export { unpackBlock } from './unpack';
export { weeks } from './weeks';

/** Where the host's own part of the memory may begin. */
export const staticEnd: usize = __heap_base;
