import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { CommonContact } from '../../analysis/answers.ts';
import type { DirectContacts, PortraitOfTwo, PortraitSide } from '../../analysis/compare/portrait.ts';
import table from '../../views/recordsTable/dataTable.module.css';
import { WeekHourThumbnail } from '../../views/weekHourHeatmap/WeekHourHeatmap.tsx';
import { useFormat } from '../../words/format.ts';
import { glossary } from '../../words/glossary.ts';
import { useTexts } from '../../words/language.tsx';
import { networkLink } from '../number/networkLink.ts';
import { NumberLink } from '../number/NumberLink.tsx';
import { chanceText } from './chanceText.ts';
import classes from './CompareScreen.module.css';
import type { CompareColumn } from './CompareTable.tsx';
import { CompareTable } from './CompareTable.tsx';
import { compareTexts } from './compareTexts.ts';
import { portraitTexts } from './pairTexts.ts';
import { SamePerson } from './SamePerson.tsx';

/** Two numbers beside each other. */
export function PortraitAnswer({ both }: { both: PortraitOfTwo }) {
  const t = useTexts(compareTexts);
  const p = useTexts(portraitTexts);
  const g = useTexts(glossary);
  const format = useFormat();
  const columns: readonly CompareColumn<CommonContact>[] = [
    { name: 'number', title: g.contact, numberOf: ({ number }) => number, csv: ({ number }) => number },
    { name: 'score', title: g.score, isFigure: true, cell: ({ score }) => (score === null ? '—' : format.score(score)), csv: ({ score }) => score?.toFixed(1) ?? null },
    { name: 'records', title: t.records, isFigure: true, cell: ({ records }) => format.count(records), csv: ({ records }) => records },
    { name: 'contacts', title: t.allContacts, isFigure: true, cell: ({ contacts }) => format.count(contacts), csv: ({ contacts }) => contacts },
    { name: 'chance', title: t.chance, isFigure: true, cell: ({ chance }) => chanceText(chance, format), csv: ({ chance }) => chance },
  ];
  return (
    <>
      <SamePerson {...both.samePerson} />
      <Sides a={both.a} b={both.b} />
      <Between both={both} />
      <p className={classes.notes}>{p.common}: {p.commonOf(format.count(both.common.total), format.ratio(Number(both.common.expected.toPrecision(2))))}</p>
      {both.common.rows.length > 0 && (
        <CompareTable
          label={p.common} fileName={`callchain-${both.a.number}-${both.b.number}`} rows={both.common.rows} columns={columns} keyOf={({ number }) => number}
          actions={<Button size="compact-xs" variant="default" renderRoot={(props) => <Link {...networkLink(both.a.number, both.b.number)} {...props} />}>{t.showNetwork}</Button>}
        />
      )}
    </>
  );
}

function Sides({ a, b }: { a: PortraitSide; b: PortraitSide }) {
  const p = useTexts(portraitTexts);
  const g = useTexts(glossary);
  const format = useFormat();
  const figures: readonly (readonly [string, (side: PortraitSide) => string])[] = [
    [g.score, ({ score }) => (score === null ? '—' : format.score(score))],
    [p.records, ({ records }) => format.count(records)],
    [p.contacts, ({ contacts }) => format.count(contacts)],
    [p.first, ({ first }) => format.time(first)],
    [p.last, ({ last }) => format.time(last)],
    [p.perDay, ({ recordsPerDay }) => format.ratio(Number(recordsPerDay.toPrecision(3)))],
    [p.outgoing, ({ outgoingShare }) => format.share(outgoingShare)],
    [p.talk, ({ typicalTalkS }) => (typicalTalkS === null ? '—' : format.duration(Math.round(typicalTalkS)))],
  ];
  return (
    <section className={classes.result} aria-label={p.sides}>
      <div className={classes.resultHead}><h2>{p.sides}</h2></div>
      <div className={classes.beside}>
        <div className={`${table.frame} ${classes.grow}`}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">{p.figure}</th>
                {[a, b].map(({ number }) => <th key={number} scope="col" className={table.right}><NumberLink number={number} /></th>)}
              </tr>
            </thead>
            <tbody>
              {figures.map(([name, textOf]) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  {[a, b].map((side) => <td key={side.number} className={table.right}>{textOf(side)}</td>)}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {[a, b].map(({ number, heatmap }) => (
          <figure key={number} className={classes.figure}>
            <figcaption>{p.rhythm}: {format.phone(number)}</figcaption>
            <WeekHourThumbnail counts={heatmap} />
          </figure>
        ))}
      </div>
    </section>
  );
}

function Between({ both: { a, b, direct, together, relays, devices, cells } }: { both: PortraitOfTwo }) {
  const t = useTexts(compareTexts);
  const p = useTexts(portraitTexts);
  const g = useTexts(glossary);
  const format = useFormat();
  const figure = (value: number) => format.ratio(Number(value.toPrecision(2)));
  const contactText = ({ calls, texts, seconds }: DirectContacts) => p.direct(format.count(calls), format.count(texts), format.duration(seconds));
  const arrow = (from: string, to: string) => `${format.phone(from)} → ${format.phone(to)}`;
  const listed = (entries: readonly { readonly name: string; readonly a: number; readonly b: number }[]) =>
    entries.length === 0 ? p.none : format.list(entries.map((entry) => p.counts(entry.name, format.count(entry.a), format.count(entry.b))));
  return (
    <section className={classes.result} aria-label={p.between}>
      <div className={classes.resultHead}>
        <h2>{p.between}</h2>
        {direct.first !== null && (
          <Button size="compact-xs" variant="default" renderRoot={(props) => <Link to="/numbers/$number" params={{ number: a.number }} search={{ other: b.number }} {...props} />}>{p.seeRecords}</Button>
        )}
      </div>
      <div className={classes.more}>
        <dl>
          <dt>{g.contacts}</dt>
          <dd>
            {direct.first === null || direct.last === null ? p.noDirect : (
              <>
                <div>{arrow(a.number, b.number)}: {contactText(direct.fromA)}</div>
                <div>{arrow(b.number, a.number)}: {contactText(direct.fromB)}</div>
                <div className={classes.dim}>{p.directSpan(format.time(direct.first), format.time(direct.last))}</div>
              </>
            )}
          </dd>
          <dt>{p.together}</dt>
          <dd>
            {together === null ? p.noPlaces : p.togetherOf(format.count(together.hours), format.count(together.seen), figure(together.expected), chanceText(together.chance, format))}
            {together !== null && together.cells.length > 0 && <div className={classes.dim}>{t.sameCells(format.list(together.cells))}</div>}
          </dd>
          <dt>{p.relays}</dt>
          <dd>
            {([[a.number, b.number, relays.fromA], [b.number, a.number, relays.fromB]] as const).map(([from, to, { times, expected, chance }]) => (
              <div key={from}>{p.relaysOf(format.phone(from), format.phone(to), format.count(times), figure(expected), chanceText(chance, format))}</div>
            ))}
          </dd>
          <dt>{p.devices}</dt>
          <dd>{listed(devices.map(({ imei, ...counts }) => ({ name: imei, ...counts })))}</dd>
          <dt>{p.cells}</dt>
          <dd>{listed(cells.map(({ cell, ...counts }) => ({ name: cell, ...counts })))}</dd>
        </dl>
      </div>
    </section>
  );
}
