import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Note } from '../../analysis/notes.ts';
import { MAX_NOTE } from '../../analysis/notes.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { useFormat } from '../../words/format.ts';
import { defineTexts, useTexts } from '../../words/language.tsx';
import classes from './NotesSection.module.css';
import { Section } from './Section.tsx';
import { useNotes } from './useNotes.ts';

const texts = defineTexts({
  title: ['Notes', '备注'],
  titleOf: [(count: string) => `Notes: ${count}`, (count: string) => `备注：${count} 条`],
  list: ['Notes on this number', '该号码的备注'],
  write: ['New note', '新备注'],
  placeholder: ['What you found out, asked for, or agreed on', '查明的情况、已调取的材料、商定的事项'],
  add: ['Add', '添加'],
  edit: ['Edit', '编辑'],
  remove: ['Remove', '删除'],
  save: ['Save', '保存'],
  cancel: ['Cancel', '取消'],
  you: ['you', '您'],
  print: ['Print the dossier', '打印档案'],
  hint: ['Ctrl or ⌘ + Enter saves.', 'Ctrl 或 ⌘ + Enter 保存。'],
});

/** What people know of the number beside the records. */
export function NotesSection({ number }: { number: string }) {
  const t = useTexts(texts);
  const f = useFormat();
  const { notes, error, refetch, me, add, edit, remove } = useNotes(number);
  const isEmpty = notes === undefined || notes.length === 0;
  return (
    <div className={classes.whole} data-empty={isEmpty}>
      <Section
        part="notes"
        title={isEmpty ? t.title : t.titleOf(f.count(notes.length))}
        isWide
        aside={<Button size="compact-xs" variant="default" onClick={() => window.print()}>{t.print}</Button>}
      >
        {error !== null && notes === undefined && <ErrorState where={t.title} error={error} onRetry={() => void refetch()} />}
        {!isEmpty && (
          <ul className={classes.notes} aria-label={t.list}>
            {notes.map((note) => <Written key={note.id} note={note} me={me} onEdit={(text) => edit(note, text)} onRemove={() => void remove(note)} />)}
          </ul>
        )}
        <div className={classes.form}>
          <NoteForm label={t.write} initial="" submit={t.add} onText={add} />
        </div>
      </Section>
    </div>
  );
}

function Written({ note, me, onEdit, onRemove }: { note: Note; me: string | undefined; onEdit: (text: string) => Promise<boolean>; onRemove: () => void }) {
  const t = useTexts(texts);
  const f = useFormat();
  const [isEditing, setEditing] = useState(false);
  if (isEditing) {
    return (
      <li>
        <NoteForm
          label={t.edit}
          initial={note.text}
          submit={t.save}
          onCancel={() => setEditing(false)}
          onText={async (text) => {
            const isSaved = await onEdit(text);
            if (isSaved) setEditing(false);
            return isSaved;
          }}
        />
      </li>
    );
  }
  return (
    <li>
      <p className={classes.text}>{note.text}</p>
      <p className={classes.by}>
        <time dateTime={note.at} title={f.timeWithZone(localText(note.at))}>{f.time(localText(note.at))}</time> · {note.by === me ? t.you : note.by}
        <span className={classes.actions}>
          <Button size="compact-xs" variant="subtle" onClick={() => setEditing(true)}>{t.edit}</Button>
          <Button size="compact-xs" variant="subtle" onClick={onRemove}>{t.remove}</Button>
        </span>
      </p>
    </li>
  );
}

/** A moment by the clock of whoever reads it. */
function localText(at: string): string {
  const date = new Date(at);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}

function NoteForm({ label, initial, submit, onText, onCancel }: {
  label: string;
  initial: string;
  submit: string;
  /** True when it was saved; the form is then emptied. */
  onText: (text: string) => Promise<boolean>;
  onCancel?: () => void;
}) {
  const t = useTexts(texts);
  const [text, setText] = useState(initial);
  const canSave = text.trim() !== '';
  const save = async () => {
    if (canSave && (await onText(text.trim()))) setText('');
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Textarea
        autosize
        minRows={2}
        maxRows={12}
        aria-label={label}
        placeholder={t.placeholder}
        value={text}
        maxLength={MAX_NOTE}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            void save();
          }
        }}
      />
      <div className={classes.submit}>
        <Button size="compact-sm" type="submit" disabled={!canSave}>{submit}</Button>
        {onCancel !== undefined && <Button size="compact-sm" variant="default" onClick={onCancel}>{t.cancel}</Button>}
        <span className={classes.by}>{t.hint}</span>
      </div>
    </form>
  );
}
