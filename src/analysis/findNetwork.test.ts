import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryRecords, someNumbers } from '../../mocks/arbitraryRecords.ts';
import { buildDataset } from '../../mocks/buildDataset.ts';
import type { WrittenRecord } from '../../mocks/buildDataset.ts';
import { findNetwork } from './findNetwork.ts';

const at = (i: number) => new Date(Date.UTC(2026, 5, 1, 8) + i * 1000).toISOString().slice(0, 19);

describe('the surroundings of numbers', () => {
  test('show all there was between the numbers shown, once per direction', () => {
    fc.assert(
      fc.property(arbitraryRecords(), fc.uniqueArray(fc.constantFrom(...someNumbers), { minLength: 1, maxLength: 3 }), fc.nat(6), (records, numbers, contactsEach) => {
        const network = findNetwork(buildDataset(records), { window: null, numbers, also: [], contactsEach });
        const shown = new Set(network.nodes.map(({ number }) => number));
        const expected = new Map<string, { calls: number; texts: number; seconds: number }>();
        for (const { caller, callee, type, durationS } of records) {
          if (caller === callee || !shown.has(caller) || !shown.has(callee)) continue;
          const edge = expected.get(`${caller} ${callee}`) ?? { calls: 0, texts: 0, seconds: 0 };
          if (type === 'text') edge.texts++;
          else {
            edge.calls++;
            edge.seconds += durationS ?? 0;
          }
          expected.set(`${caller} ${callee}`, edge);
        }
        expect(new Map(network.edges.map(({ from, to, calls, texts, seconds }) => [`${from} ${to}`, { calls, texts, seconds }]))).toEqual(expected);
        expect(network.edges).toHaveLength(expected.size);
      }),
      { numRuns: 100 },
    );
  });

  test('hold each number asked for with at most so many contacts, and say how many are hidden', () => {
    fc.assert(
      fc.property(arbitraryRecords(), fc.uniqueArray(fc.constantFrom(...someNumbers), { minLength: 1, maxLength: 3 }), fc.nat(4), (records, numbers, contactsEach) => {
        const network = findNetwork(buildDataset(records), { window: null, numbers, also: [], contactsEach });
        const present = new Set(records.flatMap(({ caller, callee }) => [caller, callee]));
        expect(network.unknown).toEqual(numbers.filter((number) => !present.has(number)));
        expect(network.nodes.filter(({ isOpen }) => isOpen).map(({ number }) => number)).toEqual(numbers.filter((number) => present.has(number)));
        expect(network.nodes.length).toBeLessThanOrEqual(numbers.length * (1 + contactsEach));
        const shown = new Set(network.nodes.map(({ number }) => number));
        for (const node of network.nodes) {
          const contacts = new Set(records.flatMap(({ caller, callee }) => (caller === node.number ? [callee] : callee === node.number ? [caller] : [])));
          contacts.delete(node.number);
          expect(node).toMatchObject({ contacts: contacts.size, hidden: [...contacts].filter((contact) => !shown.has(contact)).length });
          expect(contacts.size - node.hidden).toBeGreaterThanOrEqual(node.isOpen ? Math.min(contactsEach, contacts.size) : 1);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('prefer the contact that few others have to the hotline that everyone calls', () => {
    const records: WrittenRecord[] = Array.from({ length: 40 }, (_, i) => ({ caller: `1390000${1000 + i}`, callee: '10086', at: at(i) }));
    for (let i = 0; i < 10; i++) records.push({ caller: '7', callee: '10086', at: at(100 + i) });
    for (let i = 0; i < 3; i++) records.push({ caller: '7', callee: '8', at: at(200 + i) });
    const network = findNetwork(buildDataset(records), { window: null, numbers: ['7'], also: [], contactsEach: 1 });
    expect(network.nodes.map(({ number }) => number)).toEqual(['7', '8']);
  });

  test('show what one file tells of two subscribers, though the other one lacks it', () => {
    const records: WrittenRecord[] = Array.from({ length: 5 }, (_, i) => ({ caller: '7', callee: `8${i}`, at: at(i), fileOf: 'caller' }));
    records.push({ caller: '9', callee: '81', at: at(10), fileOf: 'caller' }, { caller: '7', callee: '9', at: at(11), fileOf: 'caller' });
    const network = findNetwork(buildDataset(records), { window: null, numbers: ['7'], also: [], contactsEach: 10 });
    expect(network.edges).toContainEqual(expect.objectContaining({ from: '7', to: '9', calls: 1 }));
  });

  test('of a hub show its best contacts, and the edges between two hubs', () => {
    const records: WrittenRecord[] = [];
    for (let i = 0; i < 20_000; i++) records.push({ caller: i % 2 === 0 ? '10086' : '10010', callee: String(13_900_000_000 + i), at: at(i) });
    records.push({ caller: '10086', callee: '10010', at: at(1) }, { caller: '10086', callee: '13900000000', at: at(2) }, { caller: '13900000000', callee: '13900000001', at: at(3) });
    const network = findNetwork(buildDataset(records), { window: null, numbers: ['10086', '10010'], also: [], contactsEach: 3 });
    expect(network.nodes).toHaveLength(8);
    expect(network.nodes.map(({ number }) => number)).toContain('13900000000');
    expect(network.edges.find(({ from, to }) => from === '10086' && to === '10010')).toMatchObject({ calls: 1 });
    expect(network.nodes[0]).toMatchObject({ contacts: 10_001 });
  });
});
