import * as fc from 'fast-check';
import type { WrittenRecord } from './buildDataset.ts';

/** Numbers of every kind: mobiles, a landline, a short code, small ids, an international one, names. */
export const someNumbers = [
  '13800000001', '13800000002', '13912345678', '01012345678', '10086', '7', '007', '+447700900123', 'ALICE', '*100#', '王五',
] as const;

const FIRST_S = Date.parse('2026-05-13T00:00:00Z') / 1000;
const DAYS = 40;

/** Records as a test writes them: few numbers, so that they meet often; 40 days, so that weeks fill. */
export function arbitraryRecords(): fc.Arbitrary<WrittenRecord[]> {
  const record = fc.record({
    caller: fc.constantFrom(...someNumbers),
    callee: fc.constantFrom(...someNumbers),
    at: fc.integer({ min: 0, max: DAYS * 86_400 - 1 }).map((s) => new Date((FIRST_S + s) * 1000).toISOString().slice(0, 19)),
    type: fc.constantFrom('call' as const, 'text' as const),
    durationS: fc.option(fc.integer({ min: 0, max: 4000 }), { nil: undefined }),
    answered: fc.option(fc.boolean(), { nil: undefined }),
    imei: fc.option(fc.constantFrom('35000000000001', '86000000000002', '01000000000003'), { nil: undefined }),
    cell: fc.option(fc.constantFrom('460-00-1-1', '460-00-1-2'), { nil: undefined }),
    offsetS: fc.constantFrom(8 * 3600, 8 * 3600, 9 * 3600),
  });
  return fc.array(record, { minLength: 1, maxLength: 60 }).map((records) => records.map(withoutUndefined));
}

function withoutUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };
}
