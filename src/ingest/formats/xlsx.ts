/** Workbooks: each sheet is a table. Sheets are read row by row as they are unpacked, so that their size does not matter. */
import type { CellFormat } from './cellFormats.ts';
import { cellFormat } from './cellFormats.ts';
import type { ByteFile, Format, FormatTable, ReadNotes } from './format.ts';
import { FormatError, ReadNotes as Notes, withinReason, withRandomAccess } from './format.ts';
import { SharedStrings } from './sharedStrings.ts';
import { SheetText } from './sheetText.ts';
import { attributeText, NotXml, XmlScanner } from './xmlScanner.ts';
import type { ZipMember } from './zipArchive.ts';
import { isZip, readDirectory, readMember } from './zipArchive.ts';

type RandomFile = ByteFile & { readonly read: NonNullable<ByteFile['read']> };

/** The parts that describe a workbook; none is anywhere near this. */
const MAX_PART_BYTES = 64 << 20;
/** A row of a sheet takes about 2.5 times as many bytes in XML as its text does. */
const XML_PER_TEXT = 2.5;
/** Pieces of XML that are turned to text at once. */
const PIECE_BYTES = 32 << 10;

export const xlsx: Format = {
  name: 'xlsx',
  recognise: (head) => isZip(head) && /^(\[Content_Types\]\.xml|_rels\/|docProps\/|xl\/|customXml\/)/.test(firstName(head)),
  open: async (file) => openWorkbook(await withRandomAccess(file)),
};

/** Name of an archive's first member. */
function firstName(head: Uint8Array): string {
  return new TextDecoder().decode(head.subarray(30, 30 + (head[26]! | (head[27]! << 8))));
}

async function openWorkbook(file: RandomFile): Promise<readonly FormatTable[]> {
  const members = new Map((await readDirectory(file)).map((member) => [member.name.replace(/^\//, '').toLowerCase(), member]));
  const workbookPath = [...members.keys()].find((name) => /(^|\/)workbook\.xml$/.test(name));
  if (workbookPath === undefined) throw new FormatError('unsupportedFormat', members.has('xl/workbook.bin') ? 'xlsb' : 'zip');
  const folder = workbookPath.slice(0, workbookPath.lastIndexOf('/') + 1);
  const memberAt = (target: string) => members.get((target.startsWith('/') ? target.slice(1) : resolve(folder, target)).toLowerCase());
  const { sheets, is1904 } = await readWorkbook(file, members.get(workbookPath)!);
  const targets = await readRelations(file, members.get(`${folder}_rels/workbook.xml.rels`));
  const ofType = (type: string) => memberAt([...targets.values()].find((relation) => relation.type.endsWith(type))?.target ?? '');
  const formats = await readFormats(file, ofType('/styles'));
  const stringsMember = ofType('/sharedStrings');
  const strings = new Lazy(() => (stringsMember === undefined ? null : new SharedStrings(readMember(file, stringsMember, new Notes()))));
  const tables = sheets.flatMap(({ name, id }): FormatTable[] => {
    const target = targets.get(id);
    const member = target === undefined || !target.type.endsWith('/worksheet') ? undefined : memberAt(target.target);
    if (member === undefined) return [];
    return [{
      format: 'xlsx', name, member: '', header: null, isCells: true, textBytes: member.bytes / XML_PER_TEXT,
      text: (notes, _wanted, limit) => readSheet(file, member, strings.value, formats, is1904, notes, limit),
    }];
  });
  if (tables.length === 0) throw new FormatError('empty');
  return tables;
}

/** A value made when it is first asked for. */
class Lazy<T> {
  readonly #make: () => T;
  #made: { readonly value: T } | null = null;
  constructor(make: () => T) {
    this.#make = make;
  }
  get value(): T {
    return (this.#made ??= { value: this.#make() }).value;
  }
}

async function* readSheet(
  file: RandomFile, member: ZipMember, strings: SharedStrings | null, formats: readonly (CellFormat | null)[], is1904: boolean, notes: ReadNotes, limit: number,
): AsyncGenerator<Uint8Array> {
  try {
    if (limit === Infinity) await strings?.load(Infinity);
    else {
      // For the beginning of a sheet only as many strings are read as it points to: mostly the first.
      const missing = await missingString(file, member, strings, limit);
      await strings?.load(missing);
    }
  } catch (error) {
    if (!(error instanceof NotXml)) throw error;
    notes.add('damaged', 'sharedStrings.xml');
  }
  if (strings?.isFull) notes.add('tooLarge', 'sharedStrings.xml');
  const text = new SheetText(strings, formats, is1904);
  yield* withinReason(sheetPieces(file, member, text, notes), () => member.packedBytes, notes);
}

async function* sheetPieces(file: RandomFile, member: ZipMember, text: SheetText, notes: ReadNotes): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of readMember(file, member, notes)) {
      for (let from = 0; from < chunk.length && !text.isOver; from += PIECE_BYTES) {
        text.push(chunk.subarray(from, from + PIECE_BYTES));
        yield* text.writer.take();
      }
      if (text.isOver) break;
    }
  } catch (error) {
    if (!(error instanceof NotXml)) throw error;
    notes.cut('damaged', member.name);
  }
  if (!text.isOver && notes.notices.length === 0) notes.cut('truncated', member.name);
  yield* text.writer.finish();
}

/** Greatest index of the shared strings that the beginning of a sheet points to, -1 for none. */
async function missingString(file: RandomFile, member: ZipMember, strings: SharedStrings | null, limit: number): Promise<number> {
  const text = new SheetText(strings, [], false);
  let bytes = 0;
  try {
    for await (const chunk of readMember(file, member, new Notes())) {
      text.push(chunk);
      bytes += chunk.length;
      if (bytes > limit * XML_PER_TEXT * 4 || text.isOver) break;
    }
  } catch (error) {
    if (!(error instanceof NotXml)) throw error;
  }
  return text.missingString;
}

interface Relation {
  readonly target: string;
  readonly type: string;
}

/** Tells `found` each tag of a part, with a look-up of its attributes. */
async function eachTag(file: RandomFile, member: ZipMember | undefined, found: (name: string, value: (attribute: string) => string, isOpen: boolean) => void): Promise<void> {
  if (member === undefined) return;
  const decoder = new TextDecoder();
  const nameOf = (bytes: Uint8Array, start: number, end: number) => decoder.decode(bytes.subarray(start, end));
  const scanner = new XmlScanner({
    open: (bytes, start, end, last) => found(nameOf(bytes, start, end), (attribute) => attributeText(bytes, end, last, attribute), true),
    close: (bytes, start, end) => found(nameOf(bytes, start, end), () => '', false),
    text: () => undefined,
  });
  let bytes = 0;
  const notes = new Notes();
  try {
    for await (const chunk of readMember(file, member, notes)) {
      scanner.push(chunk);
      bytes += chunk.length;
      if (bytes > MAX_PART_BYTES) throw new FormatError('tooLarge', member.name);
    }
  } catch (error) {
    if (error instanceof NotXml) throw new FormatError('damaged', member.name, { cause: error });
    throw error;
  }
}

async function readWorkbook(file: RandomFile, member: ZipMember) {
  const sheets: { readonly name: string; readonly id: string }[] = [];
  let is1904 = false;
  await eachTag(file, member, (tag, value, isOpen) => {
    if (!isOpen) return;
    if (tag === 'sheet') sheets.push({ name: value('name'), id: value('id') });
    else if (tag === 'workbookPr') is1904 = ['1', 'true'].includes(value('date1904'));
  });
  return { sheets, is1904 };
}

async function readRelations(file: RandomFile, member: ZipMember | undefined): Promise<ReadonlyMap<string, Relation>> {
  const relations = new Map<string, Relation>();
  await eachTag(file, member, (tag, value, isOpen) => {
    if (isOpen && tag === 'Relationship') relations.set(value('Id'), { target: value('Target'), type: value('Type') });
  });
  return relations;
}

/** What the numbers of each cell style are. */
async function readFormats(file: RandomFile, member: ZipMember | undefined): Promise<readonly (CellFormat | null)[]> {
  const codes = new Map<number, string>();
  const formats: (CellFormat | null)[] = [];
  let isInCells = false;
  await eachTag(file, member, (tag, value, isOpen) => {
    if (tag === 'cellXfs') isInCells = isOpen;
    else if (isOpen && tag === 'numFmt') codes.set(Number(value('numFmtId')), value('formatCode'));
    else if (isOpen && tag === 'xf' && isInCells) formats.push(cellFormat(Number(value('numFmtId')), codes.get(Number(value('numFmtId')))));
  });
  return formats;
}

/** A target within the workbook's folder, which may begin with `../`. */
function resolve(folder: string, target: string): string {
  const path = folder.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '..') path.pop();
    else if (part !== '.' && part !== '') path.push(part);
  }
  return path.join('/');
}
