import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteInterner } from './byteInterner.ts';

const byteStrings = fc.array(fc.uint8Array({ maxLength: 12 }), { maxLength: 300 });

describe('Interned byte strings', () => {
  it('have one id each, counted from 0 in the order in which they first came', () => {
    fc.assert(fc.property(byteStrings, (strings) => {
      const interner = new ByteInterner();
      const ids = new Map<string, number>();
      for (const bytes of strings) {
        const name = bytes.join();
        expect(interner.find(bytes, 0, bytes.length)).toBe(ids.get(name) ?? -1);
        if (!ids.has(name)) ids.set(name, ids.size);
        expect(interner.intern(bytes, 0, bytes.length)).toBe(ids.get(name));
        expect(interner.find(bytes, 0, bytes.length)).toBe(ids.get(name));
      }
      expect(interner.count).toBe(ids.size);
    }));
  });

  it('are the same wherever in a buffer they stand', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 20 }), fc.uint8Array({ maxLength: 9 }), fc.uint8Array({ maxLength: 9 }), (bytes, before, after) => {
      const interner = new ByteInterner();
      const id = interner.intern(bytes, 0, bytes.length);
      const inside = new Uint8Array([...before, ...bytes, ...after]);
      expect(interner.intern(inside, before.length, before.length + bytes.length)).toBe(id);
    }));
  });

  it('come back as text, and from what is kept on disk', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 9 }), { maxLength: 50 }), (texts) => {
      const interner = new ByteInterner();
      const ids = texts.map((text) => {
        const bytes = new TextEncoder().encode(text);
        return interner.intern(bytes, 0, bytes.length);
      });
      const { arena, starts } = interner.export();
      const restored = ByteInterner.from(arena, starts);
      expect(restored.count).toBe(interner.count);
      for (const [at, text] of texts.entries()) {
        expect(interner.text(ids[at]!)).toBe(text);
        expect(restored.text(ids[at]!)).toBe(text);
      }
      const bytes = new TextEncoder().encode('another one');
      expect(restored.intern(bytes, 0, bytes.length)).toBe(interner.count);
    }));
  });

  it('are kept by the hundred thousand', () => {
    const interner = new ByteInterner();
    const bytes = new Uint8Array(8);
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < 200_000; at++) {
      view.setFloat64(0, at * 1.5);
      expect(interner.intern(bytes, 0, 8)).toBe(at);
    }
    view.setFloat64(0, 77_777 * 1.5);
    expect(interner.find(bytes, 0, 8)).toBe(77_777);
    expect(interner.count).toBe(200_000);
  });

  it('that were never made have no text', () => {
    const interner = new ByteInterner();
    expect(() => interner.text(0)).toThrow(RangeError);
    expect(() => interner.text(-1)).toThrow(RangeError);
  });
});
