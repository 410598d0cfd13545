import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { communicationFields } from '../../records/communication.ts';
import type { Inspection } from '../../ingest/inspection.ts';
import { answerOf, nextStep, parseRemembered, rememberedText } from './mappingDraft.ts';

describe('columns remembered for a header', () => {
  it('come back as they were set', () => {
    const mappings = fc.dictionary(fc.constantFrom(...communicationFields), fc.integer({ min: -1, max: 19 }), { minKeys: 1 });
    fc.assert(
      fc.property(mappings, (mapping) => {
        const options = { mapping, zone: 'Asia/Shanghai', dateOrder: 'dmy' as const };
        expect(parseRemembered(rememberedText({ ...options, owner: '13812345678' }), 20)).toEqual(options);
      }),
    );
  });

  it('come back with the kind of record that they are columns of', () => {
    const options = { kind: 'transfers', mapping: { fromCard: 0, toCard: 2, amount: 3, time: -1 } } as const;
    expect(parseRemembered(rememberedText(options), 5)).toEqual(options);
    // A field of another kind means nothing.
    expect(parseRemembered(JSON.stringify({ kind: 'cells', mapping: { caller: 1 } }), 5)).toEqual({ kind: 'cells' });
  });

  it('are forgotten when the file has fewer columns than they name', () => {
    expect(parseRemembered(rememberedText({ mapping: { caller: 0, callee: 7 } }), 5)).toBeNull();
  });

  it('are forgotten when they were damaged', () => {
    expect(parseRemembered('{"mapping":{"caller":"0"},"zone":"Mars/Base","dateOrder":"ydm"}', 5)).toBeNull();
    expect(parseRemembered('{', 5)).toBeNull();
    expect(parseRemembered(null, 5)).toBeNull();
    fc.assert(fc.property(fc.json(), fc.nat(30), (text, columns) => { parseRemembered(text, columns); }));
  });
});

const problem = (code: 'columnMissing' | 'unsupportedFormat' | 'dateOrderUnclear', isFatal: boolean) => ({ code, isFatal, line: 0, what: '' });

const single = { format: 'text', tables: [] } as const;
const tables = (...chosen: readonly boolean[]) => chosen.map((isChosen, i) => ({ table: `S${i}`, isChosen, kind: null, layout: { mapping: { caller: i } } }) as unknown as Inspection);

describe('a file that was looked at', () => {
  it('is opened at once when it is recognised', () => {
    expect(nextStep({ ...single, kind: 'communications', problems: [] })).toBe('open');
    expect(nextStep({ ...single, kind: 'communications', problems: [problem('dateOrderUnclear', false)] })).toBe('open');
  });

  it('is asked about when the columns can mend it', () => {
    expect(nextStep({ ...single, kind: 'communications', problems: [problem('columnMissing', true)] })).toBe('ask');
    expect(nextStep({ ...single, kind: null, problems: [] })).toBe('ask');
  });

  it('is asked about when it is a workbook of several sheets, or an archive with a file that is not recognised', () => {
    expect(nextStep({ kind: 'communications', problems: [], format: 'xlsx', tables: tables(true, true) })).toBe('ask');
    expect(nextStep({ kind: 'communications', problems: [], format: 'zip', tables: tables(true, false) })).toBe('ask');
    expect(nextStep({ kind: 'communications', problems: [], format: 'zip', tables: tables(true, true) })).toBe('open');
  });

  it('is read by the tables that are ticked, each as it was shown', () => {
    const file = { ...tables(true)[0]!, tables: tables(true, false, true) };
    expect(answerOf({ zone: 'UTC', tables: { S2: { mapping: { callee: 5 } } } }, file)).toEqual({ zone: 'UTC', tables: { S0: { mapping: { caller: 0 } }, S1: null, S2: { mapping: { caller: 2, callee: 5 } } } });
  });

  it('is left out when nothing but another file helps', () => {
    expect(nextStep({ ...single, kind: null, problems: [problem('unsupportedFormat', true), problem('columnMissing', true)] })).toBe('leaveOut');
  });
});
