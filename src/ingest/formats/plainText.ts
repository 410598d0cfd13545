import type { Format } from './format.ts';

/** Delimited text, in any of the encodings: given as it stands. What no other format recognises is taken for it. */
export const plainText: Format = {
  name: 'text',
  recognise: () => true,
  open: (file) => Promise.resolve([
    { format: 'text', name: '', member: '', header: null, isCells: false, textBytes: file.bytes, text: (notes) => file.chunks(notes) },
  ]),
};
