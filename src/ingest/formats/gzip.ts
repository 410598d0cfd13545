import type { Format } from './format.ts';
import { inflate } from './inflate.ts';

/** Call records pack about so many times. */
const USUAL_EXPANSION = 6;

/** A packed file, whatever it is: what is in it is recognised in turn. */
export const gzip: Format = {
  name: 'gzip',
  recognise: (head) => head[0] === 0x1f && head[1] === 0x8b,
  open: (file, openInner) =>
    openInner({
      name: file.name.replace(/\.gz(ip)?$/i, ''),
      bytes: file.bytes * USUAL_EXPANSION,
      chunks: (notes) => inflate(() => file.chunks(notes), 'gzip', notes),
      read: null,
    }),
};
