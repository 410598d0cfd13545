/** JSON: an object to a line, an array of objects (also within an object, as services answer), or objects one after the other. Keys are the columns, those of objects within too. */
import { detectEncoding } from '../encoding.ts';
import { CellWriter } from './cellWriter.ts';
import type { ByteFile, Format, FormatTable, ReadNotes } from './format.ts';
import { FormatError, headOf, ReadNotes as Notes } from './format.ts';

/** Bytes from the beginning whose objects name the columns. */
const KEYS_BYTES = 256 << 10;
const MAX_COLUMNS = 4096;
/** A longer object is no record; the text reader rejects a line of this length. */
const MAX_OBJECT_CHARS = 1 << 20;
/** Brackets around records; what opens more is no answer of a service. */
const MOST_OPEN = 64;
/** Of what is no object so much is shown. */
const SHOWN_CHARS = 1000;

type JsonObject = Readonly<Record<string, unknown>>;

export const jsonLines: Format = {
  name: 'jsonl',
  recognise: (head) => /^\ufeff?\s*(\[\s*)*\{\s*["}]/.test(new TextDecoder(detectEncoding(head).encoding).decode(head)),
  open: async (file) => [await openJson(file)],
};

async function openJson(file: ByteFile): Promise<FormatTable> {
  const { bytes, isWhole } = await headOf(file.chunks(new Notes()), KEYS_BYTES);
  const { encoding } = detectEncoding(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  const around = findEnvelope(text, isWhole);
  const isByLine = around === '' && isObjectPerLine(text, isWhole);
  const columns = new Map<string, number>();
  const splitter = new ObjectSplitter(isByLine, around);
  splitter.push(text);
  if (isWhole) splitter.end();
  for (const piece of splitter.take()) {
    const object = parseObject(piece);
    if (object === null) continue;
    for (const name of namesOf(object)) if (!columns.has(name) && columns.size < MAX_COLUMNS) columns.set(name, columns.size);
  }
  if (columns.size === 0) throw new FormatError('unsupportedFormat', 'json');
  return {
    format: 'jsonl',
    name: '',
    member: '',
    header: withoutWrapper([...columns.keys()]),
    isCells: true,
    textBytes: file.bytes / 2,
    text: (notes, wanted) => write(file, encoding, { isByLine, around }, columns, wanted, notes),
  };
}

async function* write(
  file: ByteFile, encoding: string, { isByLine, around }: { readonly isByLine: boolean; readonly around: string }, columns: ReadonlyMap<string, number>, wanted: ReadonlySet<number> | null, notes: ReadNotes,
): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding);
  const splitter = new ObjectSplitter(isByLine, around);
  const writer = new CellWriter();
  const paths = [...columns.keys()].map((name, column) => (wanted === null || wanted.has(column) ? pathOf(name) : null));
  const writeAll = () => {
    for (const piece of splitter.take()) {
      const object = parseObject(piece);
      if (object !== null) for (const path of paths) writeValue(writer, path === null ? undefined : path.read(object));
      // What is no object stands as one cell, and is rejected with its text.
      else if (piece !== '') writer.string(piece.length > MAX_OBJECT_CHARS ? piece : piece.slice(0, SHOWN_CHARS));
      writer.endRow();
    }
  };
  for await (const chunk of file.chunks(notes)) {
    splitter.push(decoder.decode(chunk, { stream: true }));
    writeAll();
    yield* writer.take();
  }
  splitter.push(decoder.decode());
  splitter.end();
  writeAll();
  yield* writer.finish();
}

/** True where the first line is a whole object: then each is, and a broken one does not touch the next. */
function isObjectPerLine(text: string, isWhole: boolean): boolean {
  if (/^\ufeff?\s*\[/.test(text)) return false;
  const start = text.search(/\S/);
  const end = text.indexOf('\n', start);
  // A first line that is too long for the head could be either; whoever writes lines writes them so.
  return end < 0 ? !isWhole || parseObject(text.trim()) !== null : parseObject(text.slice(start, end).trim()) !== null;
}

/** Brackets that are open around the records of a service's answer (`{"code": 0, "data": [{…}, …]}`: `{[`); '' where none are. */
function findEnvelope(text: string, isWhole: boolean): string {
  const start = text.search(/[^\s\ufeff]/);
  if (text[start] !== '{') return '';
  // Of several objects one after the other each is a record, whatever lists it holds.
  const objects = new ObjectSplitter(false);
  objects.push(text);
  const whole = objects.take();
  if (whole.length > 1 || (whole.length === 1 && !(isWhole && text.slice(start).trim() === whole[0]))) return '';
  let open = '';
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]]/g)) {
    if (token === '{' && /^\{+\[$/.test(open)) return open;
    if (token === '{' || token === '[') open += token;
    else if (token === '}' || token === ']') open = open.slice(0, -1);
  }
  return '';
}

function parseObject(text: string): JsonObject | null {
  if (text.charCodeAt(0) !== 123 || text.length > MAX_OBJECT_CHARS) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Keys, and the keys of objects one level down as `outer.inner`. */
function namesOf(object: JsonObject): string[] {
  return Object.entries(object).flatMap(([key, value]) => (isObject(value) ? Object.keys(value).map((inner) => `${key}.${inner}`) : [key]));
}

/** Where all columns stand in one object within (`{"record": {…}}`), its name says nothing. */
function withoutWrapper(names: readonly string[]): readonly string[] {
  const outer = names[0]!.slice(0, names[0]!.indexOf('.') + 1);
  return outer !== '' && names.every((name) => name.startsWith(outer)) ? names.map((name) => name.slice(outer.length)) : names;
}

/** How to get at a column's value. A key may itself hold a dot. */
function pathOf(name: string): { read(object: JsonObject): unknown } {
  const dot = name.indexOf('.');
  if (dot < 0) return { read: (object) => object[name] };
  const [outer, inner] = [name.slice(0, dot), name.slice(dot + 1)];
  return {
    read(object) {
      const within = object[outer];
      return isObject(within) && Object.hasOwn(within, inner) ? within[inner] : object[name];
    },
  };
}

function writeValue(writer: CellWriter, value: unknown): void {
  if (typeof value === 'string') writer.string(value);
  else if (typeof value === 'number') writer.number(value);
  else if (typeof value === 'boolean') writer.string(value ? 'true' : 'false');
  else writer.skip();
}

/** Text in pieces of any length → the text of each object; by line, also of what is none. */
class ObjectSplitter {
  readonly #isByLine: boolean;
  /** Brackets around each object; '' where it may stand anywhere. */
  readonly #around: string;
  #open = '';
  #found: string[] = [];
  #carry = '';
  /** Within an object: how deep, and what the next character means. */
  #depth = 0;
  #isInString = false;
  #isEscaped = false;
  /** Characters of `#carry` that were looked at already. */
  #seen = 0;

  constructor(isByLine: boolean, around = '') {
    this.#isByLine = isByLine;
    this.#around = around;
  }

  take(): readonly string[] {
    const found = this.#found;
    this.#found = [];
    return found;
  }

  push(text: string): void {
    if (this.#isByLine) this.#pushLines(text);
    else this.#pushObjects(text);
  }

  end(): void {
    const rest = this.#carry.trim();
    if (this.#isByLine ? this.#carry !== '' : this.#depth > 0 && rest !== '') this.#found.push(rest);
    this.#carry = '';
    this.#depth = 0;
  }

  #pushLines(text: string): void {
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      this.#found.push((this.#carry + text.slice(from, end)).trim());
      this.#carry = '';
      from = end + 1;
    }
    // Of an endless line so much is kept as shows that it is too long.
    if (this.#carry.length <= MAX_OBJECT_CHARS) this.#carry += text.slice(from);
  }

  #pushObjects(text: string): void {
    const all = this.#carry + text;
    let start = 0;
    let at = this.#seen;
    for (; at < all.length; at++) {
      const code = all.charCodeAt(at);
      if (this.#depth > 0 && at - start > MAX_OBJECT_CHARS) {
        // Too long for a record, or its end was lost: shown as such, and looked for the next from here on.
        this.#found.push(all.slice(start, at));
        this.#depth = 0;
        this.#isInString = this.#isEscaped = false;
      }
      if (this.#isInString) {
        if (this.#isEscaped) this.#isEscaped = false;
        else if (code === 92) this.#isEscaped = true;
        else if (code === 34) this.#isInString = false;
      } else if (this.#depth === 0 && this.#around !== '' && !(code === 123 && this.#open === this.#around)) {
        if (code === 34) this.#isInString = true;
        else if ((code === 123 || code === 91) && this.#open.length < MOST_OPEN) this.#open += all[at];
        else if (code === 125 || code === 93) this.#open = this.#open.slice(0, -1);
      } else if (code === 123) {
        if (this.#depth++ === 0) start = at;
      } else if (this.#depth > 0) {
        if (code === 34) this.#isInString = true;
        else if (code === 125 && --this.#depth === 0) this.#found.push(all.slice(start, at + 1));
      }
    }
    this.#carry = this.#depth > 0 ? all.slice(start) : '';
    this.#seen = this.#carry.length;
  }
}
