import { describe, expect, it, vi } from 'vitest';
import type { EngineClient } from '../../engine/engineClient.ts';
import { EngineError } from '../../engine/engineError.ts';
import type { DatasetInfo, EngineFailure, OpenRequest, ReadOptions } from '../../engine/protocol.ts';
import type { FileProblem, Inspection } from '../../ingest/inspection.ts';
import { Openings } from './openings.ts';
import type { DoneHandler } from './openings.ts';

const choices = { checkColumns: false, baseRate: 0.01 };
const calls = new File(['caller,callee,start\n'], 'calls.csv');
const more = new File(['caller,callee,start\n'], 'more.csv');
const workbook = new File(['PK'], 'book.xlsx');
const odd = new File(['a,b,c\n'], 'odd.csv');
const dataset: DatasetInfo = {
  id: 'd', name: 'calls.csv', files: [], numbers: 2, links: 1, records: 1, rejected: 0, first: null, last: null, zone: 'UTC', openedAt: 0, scoredInMs: 1, storage: 'saving', isSaved: false,
};

const fatal = (code: FileProblem['code']): FileProblem => ({ code, line: 0, what: '', isFatal: true });
function inspectionOf(file: File, options: ReadOptions): Inspection {
  const problems = file === workbook ? [fatal('unsupportedFormat')] : file === odd && options.mapping === undefined ? [fatal('columnMissing')] : [];
  return {
    file: file.name, bytes: file.size, format: 'text', content: 'text', table: '', isChosen: true, tables: [], textBytes: file.size, kind: problems.length > 0 ? null : 'communications', sample: [], problems, signature: `test ${file.name} ${Math.random()}`,
    layout: {
      encoding: 'utf-8', bomBytes: 0, delimiter: ',', headerLine: 1, header: ['a', 'b', 'c'], mapping: options.mapping ?? {}, dateOrder: 'ymd', zone: 'UTC', isZoneChosen: false, owner: null,
    },
  };
}
const failure = (code: EngineFailure['code'], file: string | null = null) => new EngineError({ code, file, details: 'why', inspection: null });

type Engine = Pick<EngineClient, 'inspect' | 'open' | 'remove'>;

/** An engine that opens whatever it is given, but files named in `bad`. */
function engineWith(bad: Record<string, EngineError> = {}) {
  const requests: OpenRequest[] = [];
  return {
    requests,
    inspect: vi.fn<Engine['inspect']>((file, options = {}) => Promise.resolve(inspectionOf(file, options))),
    remove: vi.fn<Engine['remove']>(() => Promise.resolve()),
    open: vi.fn<Engine['open']>((request) => {
      requests.push(request);
      const error = request.files.map((file) => bad[file.name]).find((found) => found !== undefined);
      return error ? Promise.reject(error) : Promise.resolve(dataset);
    }),
  };
}
const names = (request: OpenRequest | undefined) => request?.files.map((file) => file.name);
const states = (openings: Openings) => openings.list().map(({ state }) => state.is);

describe('opening files', () => {
  it('opens several recognised files as one dataset without a question', async () => {
    const engine = engineWith();
    const openings = new Openings(engine);
    const onDone = vi.fn<DoneHandler>();
    openings.tellDone(onDone);
    await openings.start([calls, more], choices);
    expect(engine.requests.map(names)).toEqual([['calls.csv', 'more.csv']]);
    expect(onDone).toHaveBeenCalledWith(dataset, expect.anything());
    expect(openings.list()).toEqual([]);
  });

  it('adds files to a dataset, which gives way to the one with both once that is there', async () => {
    const engine = engineWith();
    const openings = new Openings(engine);
    const onDone = vi.fn<DoneHandler>();
    openings.tellDone(onDone);
    const before = { ...dataset, id: 'before' };
    await openings.start([more], choices, before);
    expect(engine.requests).toMatchObject([{ addTo: 'before' }]);
    expect(engine.remove).toHaveBeenCalledWith('before');
    expect(onDone).toHaveBeenCalledWith(dataset, expect.objectContaining({ addTo: before }));
  });

  it('leaves the dataset as it was when the files that were to be added cannot be read', async () => {
    const engine = engineWith({ 'more.csv': failure('outOfMemory') });
    await new Openings(engine).start([more], choices, dataset);
    expect(engine.remove).not.toHaveBeenCalled();
  });

  it('leaves a file out that it cannot read, says so, and opens the others', async () => {
    const engine = engineWith();
    const openings = new Openings(engine);
    await openings.start([workbook, calls], choices);
    expect(engine.requests.map(names)).toEqual([['calls.csv']]);
    expect(states(openings)).toEqual(['done']);
    expect(openings.list()[0]?.leftOut).toMatchObject([{ file: 'book.xlsx', problems: [{ code: 'unsupportedFormat' }] }]);
  });

  it('fails with each file\'s reason when none can be read', async () => {
    const engine = engineWith();
    const openings = new Openings(engine);
    await openings.start([workbook], choices);
    expect(engine.open).not.toHaveBeenCalled();
    expect(openings.list()).toMatchObject([{ state: { is: 'failed', failure: null }, leftOut: [{ file: 'book.xlsx' }] }]);
  });

  it('goes on with the others when a file goes away while it is read', async () => {
    const engine = engineWith({ 'calls.csv': failure('fileGone', 'calls.csv') });
    const openings = new Openings(engine);
    await openings.start([calls, more], choices);
    expect(engine.requests.map(names)).toEqual([['calls.csv', 'more.csv'], ['more.csv']]);
    expect(openings.list()[0]?.leftOut).toMatchObject([{ file: 'calls.csv', failure: { code: 'fileGone' } }]);
  });

  it('keeps a failure of the engine on the screen until it is dismissed', async () => {
    const openings = new Openings(engineWith({ 'calls.csv': failure('outOfMemory') }));
    await openings.start([calls], choices);
    expect(openings.list()).toMatchObject([{ state: { is: 'failed', failure: { code: 'outOfMemory' } } }]);
    openings.dismiss(openings.list()[0]?.id ?? 0);
    expect(openings.list()).toEqual([]);
  });

  it('asks about the columns of a file that it does not recognise, and reads it as answered', async () => {
    const engine = engineWith();
    const openings = new Openings(engine);
    const ended = openings.start([odd], choices);
    await vi.waitFor(() => expect(states(openings)).toEqual(['asking']));
    const mapping = { caller: 0, callee: 1, start: 2 };
    openings.answer(openings.list()[0]?.id ?? 0, { mapping, zone: 'Asia/Shanghai' });
    await ended;
    expect(engine.requests[0]?.options).toEqual([{ mapping, zone: 'Asia/Shanghai' }]);
  });

  it('asks about recognised columns too when the user wants to check them', async () => {
    const openings = new Openings(engineWith());
    const ended = openings.start([calls], { ...choices, checkColumns: true });
    await vi.waitFor(() => expect(states(openings)).toEqual(['asking']));
    openings.answer(openings.list()[0]?.id ?? 0, null);
    await ended;
    expect(states(openings)).toEqual(['cancelled']);
  });

  it('is cancelled at once, whether it asks or reads', async () => {
    const engine = engineWith();
    const openings = new Openings(engine);
    const ended = openings.start([odd], choices);
    await vi.waitFor(() => expect(states(openings)).toEqual(['asking']));
    openings.cancel(openings.list()[0]?.id ?? 0);
    await ended;
    expect(states(openings)).toEqual(['cancelled']);
    expect(engine.open).not.toHaveBeenCalled();
  });
});
