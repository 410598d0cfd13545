import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Note } from '../../analysis/notes.ts';
import { inOrder } from '../../analysis/notes.ts';
import { caseQueries, useCase } from '../../sources/useCase.tsx';
import { showToast } from '../../ui/toasts.ts';
import { describeError } from '../../words/describeError.ts';
import { defineTexts, useLanguage, useTexts } from '../../words/language.tsx';

const texts = defineTexts({
  added: ['Note added.', '备注已添加。'],
  changed: ['Note changed.', '备注已修改。'],
  removed: ['Note removed.', '备注已删除。'],
  undone: ['Undone.', '已撤销。'],
  failed: [(why: string) => `The note was not saved. ${why}`, (why: string) => `备注未能保存。${why}`],
});

/** The notes on a number, and how to write them. Each change is shown at once, can be undone, and is taken back where the source refuses it. */
export function useNotes(number: string) {
  const t = useTexts(texts);
  const language = useLanguage();
  const source = useCase();
  const queries = useQueryClient();
  const { data: me } = useQuery(caseQueries.whoAmI(source));
  const options = caseQueries.notes(source, number);
  const { data: notes, error, refetch } = useQuery(options);

  /** What stood before; null when it was not saved. */
  const write = async (note: Note): Promise<readonly Note[] | null> => {
    await queries.cancelQueries({ queryKey: options.queryKey });
    const known = queries.getQueryData(options.queryKey);
    queries.setQueryData(options.queryKey, (before) => inOrder([...(before ?? []).filter(({ id }) => id !== note.id), ...(note.text.trim() === '' ? [] : [note])]));
    try {
      return await source.writeNotes([note]);
    } catch (failure) {
      queries.setQueryData(options.queryKey, known);
      const { what, advice } = describeError(failure, language, 'write');
      showToast({ kind: 'error', text: t.failed(`${what}. ${advice}`) });
      return null;
    } finally {
      void queries.invalidateQueries({ queryKey: options.queryKey });
    }
  };
  const change = async (note: Note, told: string): Promise<boolean> => {
    const before = (await write(note))?.[0];
    if (before === undefined) return false;
    showToast({
      text: told,
      undo: async () => {
        if ((await write(before)) !== null) showToast({ text: t.undone });
      },
    });
    return true;
  };
  return {
    notes,
    error,
    refetch,
    me: me?.id,
    /** True when it was saved. */
    add: (text: string) => change({ id: crypto.randomUUID(), number, text, at: new Date().toISOString(), by: me?.id ?? '' }, t.added),
    edit: (note: Note, text: string) => change({ ...note, text, at: note.at, by: me?.id ?? note.by }, text.trim() === '' ? t.removed : t.changed),
    remove: (note: Note) => change({ ...note, text: '' }, t.removed),
  };
}
