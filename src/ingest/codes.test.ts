import { describe, expect, it } from 'vitest';
import { findCodes } from './codes.ts';

const ofOperator = { isPhone: false, hasDuration: true };

describe('What the codes of a direction mean', () => {
  it('is read from the column’s name or from what stands above the table', () => {
    const explained = { codes: { 0: 'out', 1: 'in' }, isExplained: true };
    expect(findCodes('方向(0:呼出;1:呼入)', [], ['0', '1', '0'], ofOperator)).toEqual(explained);
    expect(findCodes('dir', ['Report of May', '0 = outgoing, 1 = incoming'], ['0', '1'], ofOperator)).toEqual(explained);
    expect(findCodes('is_outgoing', [], ['1', '0'], ofOperator)).toEqual({ codes: { 0: 'in', 1: 'out' }, isExplained: true });
    expect(findCodes('是否主叫', [], ['是', '否'], ofOperator)).toEqual({ codes: { 是: 'out', 否: 'in' }, isExplained: true });
  });

  it('is else assumed, and said to be: as operators write it, as exchanges do, as a phone does', () => {
    expect(findCodes('CALL_TYPE', [], ['01', '02'], ofOperator)).toEqual({ codes: { 1: 'out', 2: 'in' }, isExplained: false });
    expect(findCodes('recordType', [], ['0', '1', '6', '7'], ofOperator)).toEqual({ codes: { 0: 'out', 1: 'in', 6: 'sent', 7: 'received' }, isExplained: false });
    expect(findCodes('type', [], ['1', '2', '3'], { isPhone: true, hasDuration: true })).toEqual({ codes: { 1: 'in', 2: 'out', 3: 'missed' }, isExplained: false });
    expect(findCodes('type', [], ['1', '2'], { isPhone: true, hasDuration: false })).toEqual({ codes: { 1: 'received', 2: 'sent' }, isExplained: false });
    expect(findCodes('type', [], ['1', '42'], ofOperator)?.codes).toEqual({ 1: 'out', 42: 'none' });
  });

  it('is no question where words stand, or more values than there are codes', () => {
    expect(findCodes('type', [], ['out', 'in'], ofOperator)).toBeNull();
    expect(findCodes('type', [], Array.from({ length: 60 }, (_, i) => String(i)), ofOperator)).toBeNull();
  });
});
