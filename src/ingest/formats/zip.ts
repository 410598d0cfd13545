import type { ByteFile, Format, FormatTable } from './format.ts';
import { FormatError, withRandomAccess } from './format.ts';
import { isZip, readDirectory, readMember } from './zipArchive.ts';

/** An archive: each file in it is opened in turn, and each that holds anything is a table of its own. */
export const zip: Format = {
  name: 'zip',
  recognise: isZip,
  async open(packed, openInner) {
    const file = await withRandomAccess(packed);
    const tables: FormatTable[] = [];
    for (const member of await readDirectory(file)) {
      if (member.bytes === 0 || isAside(member.name)) continue;
      const inner: ByteFile = { name: member.name, bytes: member.bytes, chunks: (notes) => readMember(file, member, notes), read: null };
      for (const table of await openInner(inner)) {
        const name = table.name === '' ? member.name : `${member.name}!${table.name}`;
        tables.push({ ...table, name, member: member.name });
      }
    }
    if (tables.length === 0) throw new FormatError('empty');
    return tables;
  },
};

/** What systems put beside the files that were meant. */
function isAside(name: string): boolean {
  return name.endsWith('/') || name.startsWith('__MACOSX/') || /(^|\/)(\.|thumbs\.db$|desktop\.ini$)/i.test(name);
}
