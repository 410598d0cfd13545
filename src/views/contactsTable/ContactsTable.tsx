import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import type { Contact, ContactSort } from '../../analysis/answers.ts';
import { Bar } from '../../ui/Bar.tsx';
import { NOTHING, useFormat } from '../../words/format.ts';
import { glossary } from '../../words/glossary.ts';
import { defineTexts, useTexts } from '../../words/language.tsx';
import classes from '../recordsTable/dataTable.module.css';
import { moveRowFocus } from './rowKeys.ts';

const texts = defineTexts({
  callsOut: ['Calls out', '呼出通话'],
  callsIn: ['Calls in', '呼入通话'],
  textsOut: ['Texts out', '发出短信'],
  textsIn: ['Texts in', '收到短信'],
  interactions: ['Records', '记录'],
  talk: ['Talk time', '通话总时长'],
  first: ['First', '首次'],
  last: ['Last', '末次'],
  notScored: ['not scored', '未评分'],
  showRecords: [(number: string) => `Show the records with ${number}`, (number: string) => `查看与 ${number} 的话单记录`],
  none: ['No contacts in this window.', '该时间窗内没有联系人。'],
});

/** Which way each sort runs, as the sources answer it. */
const directions: Readonly<Record<ContactSort, 'ascending' | 'descending'>> = {
  interactions: 'descending', seconds: 'descending', score: 'descending', last: 'descending', first: 'ascending', number: 'ascending',
};

/**
 * Whom a number was in contact with. Arrow keys move along the rows; the first thing in a row leads to that number's
 * dossier, its record count filters the records; Space or a click beside these inspects it, `n` shows its network.
 */
export function ContactsTable({ label, rows, sort, filtered, inspected, isStale, onSort, onRecords, onInspect, onNetwork, renderNumber, minRows }: {
  label: string;
  rows: readonly Contact[];
  sort: ContactSort;
  /** The contact whose records are shown. */
  filtered: string | null;
  /** The contact in the inspector. */
  inspected: string | null;
  isStale: boolean;
  onSort: (sort: ContactSort) => void;
  onRecords: (number: string) => void;
  onInspect: (number: string) => void;
  onNetwork: (number: string) => void;
  renderNumber: (number: string) => ReactNode;
  minRows: number;
}) {
  const t = useTexts(texts);
  const g = useTexts(glossary);
  const format = useFormat();
  const sortable = (key: ContactSort, name: string, isRight = true) => (
    <th scope="col" className={isRight ? classes.right : undefined} aria-sort={sort === key ? directions[key] : 'none'}>
      <button type="button" className={classes.press} onClick={() => onSort(key)}>
        {name}
        <span aria-hidden>{sort === key ? (directions[key] === 'descending' ? ' ↓' : ' ↑') : ''}</span>
      </button>
    </th>
  );
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.metaKey || event.ctrlKey || event.altKey || !(event.target instanceof HTMLElement)) return;
    const number = numberAt(event.target);
    if (event.key === 'n' && number !== null) {
      event.preventDefault();
      onNetwork(number);
    } else if (event.key === ' ' && number !== null && event.target.closest('button') === null) {
      event.preventDefault();
      onInspect(number);
    } else if (moveRowFocus(event.target, event.key)) event.preventDefault();
  };
  const onClick = (event: MouseEvent<HTMLElement>) => {
    if (!(event.target instanceof HTMLElement) || event.target.closest('a, button') !== null) return;
    const number = numberAt(event.target);
    if (number !== null) onInspect(number);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions -- scrolls, so it must be reachable; keys pass on to the rows' links
    <section className={classes.frame} style={{ minHeight: 30 * (Math.max(1, minRows) + 1) + 2 }} aria-label={label} tabIndex={0} aria-busy={isStale} onClick={onClick} onKeyDown={onKeyDown}>
      <table className={`${classes.table} ${isStale ? classes.loading : ''}`}>
        <thead>
          <tr>
            {sortable('number', g.number, false)}
            {sortable('score', g.score, false)}
            {sortable('interactions', t.interactions)}
            <th scope="col" className={classes.right}>{t.callsOut}</th>
            <th scope="col" className={classes.right}>{t.callsIn}</th>
            <th scope="col" className={classes.right}>{t.textsOut}</th>
            <th scope="col" className={classes.right}>{t.textsIn}</th>
            {sortable('seconds', t.talk)}
            {sortable('first', t.first, false)}
            {sortable('last', t.last, false)}
          </tr>
        </thead>
        <tbody>
          {rows.map((contact) => (
            <tr key={contact.number} data-number={contact.number} data-inspected={contact.number === inspected}>
              <th scope="row">{renderNumber(contact.number)}</th>
              <td>
                {contact.score === null ? <span className={classes.dim}>{t.notScored}</span> : (
                  <>
                    <Bar share={contact.score / 100} widthPx={40} tone="score" /> {format.score(contact.score)}
                  </>
                )}
              </td>
              <td className={classes.right}>
                <button
                  type="button"
                  className={`${classes.press} ${classes.filter}`}
                  aria-pressed={contact.number === filtered}
                  aria-label={`${format.count(interactions(contact))}: ${t.showRecords(format.phone(contact.number))}`}
                  title={t.showRecords(format.phone(contact.number))}
                  onClick={() => onRecords(contact.number)}
                >
                  {format.count(interactions(contact))}
                </button>
              </td>
              <td className={classes.right}>{format.count(contact.callsOut)}</td>
              <td className={classes.right}>{format.count(contact.callsIn)}</td>
              <td className={classes.right}>{format.count(contact.textsOut)}</td>
              <td className={classes.right}>{format.count(contact.textsIn)}</td>
              <td className={classes.right}>{contact.callsOut + contact.callsIn === 0 ? NOTHING : format.duration(contact.seconds)}</td>
              <td>{format.time(contact.first)}</td>
              <td>{format.time(contact.last)}</td>
            </tr>
          ))}
          {rows.length === 0 && !isStale && (
            <tr>
              <td colSpan={10} className={classes.dim}>{t.none}</td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}

function interactions(contact: Contact): number {
  return contact.callsOut + contact.callsIn + contact.textsOut + contact.textsIn;
}

function numberAt(target: HTMLElement): string | null {
  return target.closest<HTMLElement>('[data-number]')?.dataset['number'] ?? null;
}
