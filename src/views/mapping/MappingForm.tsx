import { NativeSelect, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { codeMeanings, type Codes } from '../../ingest/codeMeanings.ts';
import { declarationOf } from '../../ingest/kinds/kinds.ts';
import type { RecordKind } from '../../records/recordKinds.ts';
import { isTableKind, recordKinds } from '../../records/recordKinds.ts';
import type { ColumnMapping, DateOrder, FileLayout, MappedField } from '../../ingest/inspection.ts';
import { fieldWords } from '../../words/fields.ts';
import { kindWords, tableFieldWords } from '../../words/kinds.ts';
import { defineTexts, useTexts } from '../../words/language.tsx';
import { withField } from './columnMapping.ts';
import { fieldGroups, groupTexts } from './fieldGroups.ts';
import classes from './Mapping.module.css';

const texts = defineTexts({
  none: ['not in the file', '文件中没有'],
  column: [(place: string) => `Column ${place}`, (place: string) => `第 ${place} 列`],
  kind: ['What the records are', '记录类型'],
  unknownKind: ['not known yet', '尚未识别'],
  columns: ['Columns', '列'],
  needed: [(field: string) => `${field} *`, (field: string) => `${field} *`],
  neededHint: ['* A row without it is rejected.', '* 缺少此项的行会被拒绝。'],
  owner: ['Whose file it is', '话单机主'],
  code: [(code: string) => `${code} means`, (code: string) => `${code} 表示`],
  ownerHint: ['own number', '本机号码'],
  zone: ['Time zone', '时区'],
  order: ['Dates have', '日期写法'],
  recognised: [(order: string) => `auto: ${order}`, (order: string) => `自动：${order}`],
  ymd: ['year first', '年在前'],
  dmy: ['day first', '日在前'],
  mdy: ['month first', '月在前'],
});
const codeTexts = defineTexts({
  out: ['outgoing call', '主叫'],
  in: ['incoming call', '被叫'],
  missed: ['missed call', '未接来电'],
  sent: ['message sent', '发送短信'],
  received: ['message received', '接收短信'],
  none: ['nothing (left out)', '无（略过）'],
});
const dateOrders: readonly DateOrder[] = ['ymd', 'dmy', 'mdy'];

/** What a user may set about a file; absent parts are recognised. */
export interface MappingDraft {
  readonly kind?: RecordKind;
  readonly mapping?: ColumnMapping;
  readonly zone?: string;
  readonly dateOrder?: DateOrder;
  readonly owner?: string;
  readonly codes?: Codes;
}

/** A column without a name, or of a file without a header, where its place is all it has. */
const isNameless = (name: string, column: number) => name.trim() === '' || name === String(column + 1);

/** A select for each field, grouped as one thinks of them, and what holds for all rows: zone, date order, owner. */
export function MappingForm({ layout, kind, draft, onDraft }: {
  /** As the file would be read now. */
  layout: FileLayout;
  kind: RecordKind | null;
  draft: MappingDraft;
  onDraft: (draft: MappingDraft) => void;
}) {
  const t = useTexts(texts);
  const groups = useTexts(groupTexts);
  const words = useTexts(fieldWords);
  const tableWords = useTexts(tableFieldWords);
  const kinds = useTexts(kindWords);
  const columnOptions = [
    { value: '', label: t.none },
    ...layout.header.map((name, column) => ({ value: String(column), label: isNameless(name, column) ? t.column(String(column + 1)) : `${column + 1} · ${name}` })),
  ];
  // What was set counts at once: the layout follows only when the file has been looked at again.
  const shown = { ...layout.mapping, ...draft.mapping };
  const columnOf = (field: MappedField) => ((shown[field] ?? -1) < 0 ? '' : String(shown[field]));
  const setField = (field: MappedField, value: string) =>
    onDraft({ ...draft, mapping: withField(draft.mapping ?? {}, field, value === '' ? null : Number(value)) });

  const chosen = draft.kind ?? kind;
  const kindField = (
    <NativeSelect
      className={classes.field}
      label={t.kind}
      data={[...(chosen === null ? [{ value: '', label: t.unknownKind }] : []), ...recordKinds.map((value) => ({ value, label: kinds[value] }))]}
      value={chosen ?? ''}
      // Another kind has other fields: what was mapped for the one before means nothing.
      onChange={({ currentTarget: { value } }) => {
        const { mapping: _mapping, ...rest } = draft;
        const next = recordKinds.find((known) => known === value);
        if (next !== undefined) onDraft({ ...rest, kind: next });
      }}
    />
  );
  if (isTableKind(chosen)) {
    const { fields } = declarationOf(chosen);
    return (
      <div className={classes.form}>
        <fieldset className={classes.group}>
          <legend className={classes.legend}>{t.kind}</legend>
          {kindField}
        </fieldset>
        <fieldset className={`${classes.group} ${classes.wide}`}>
          <legend className={classes.legend}>{t.columns}</legend>
          <p className={classes.hint}>{t.neededHint}</p>
          <div className={classes.fields}>
            {fields.map(({ field, isRequired }, i) => (
              <NativeSelect
                key={field}
                className={classes.field}
                data-autofocus={i === 0 || undefined}
                label={isRequired === true ? t.needed(tableWords[field]) : tableWords[field]}
                data={columnOptions}
                value={columnOf(field)}
                onChange={(event) => setField(field, event.currentTarget.value)}
              />
            ))}
          </div>
        </fieldset>
        <fieldset className={classes.group}>
          <legend className={classes.legend}>{groups.when}</legend>
          <WhenFields layout={layout} draft={draft} onDraft={onDraft} />
        </fieldset>
      </div>
    );
  }

  return (
    <div className={classes.form}>
      <fieldset className={classes.group}>
        <legend className={classes.legend}>{t.kind}</legend>
        {kindField}
      </fieldset>
      {fieldGroups.map(({ id, fields }, place) => (
        <fieldset key={id} className={classes.group}>
          <legend className={classes.legend}>{groups[id]}</legend>
          <p className={classes.hint}>{groups[`${id}Hint`]}</p>
          {fields.map((field, i) => (
            <NativeSelect
              key={field}
              className={classes.field}
              // A dialog that shows the form begins here.
              data-autofocus={(place === 0 && i === 0) || undefined}
              label={words[field]}
              data={columnOptions}
              value={columnOf(field)}
              onChange={(event) => setField(field, event.currentTarget.value)}
            />
          ))}
          {id === 'who' && <CodeFields layout={layout} draft={draft} onDraft={onDraft} />}
          {id === 'who' && (
            <TextInput
              className={classes.field}
              label={t.owner}
              placeholder={t.ownerHint}
              value={draft.owner ?? layout.owner ?? ''}
              onChange={(event) => onDraft({ ...draft, owner: event.currentTarget.value })}
            />
          )}
          {id === 'when' && <WhenFields layout={layout} draft={draft} onDraft={onDraft} />}
        </fieldset>
      ))}
    </div>
  );
}

/** What each code of the direction means, where it is written in codes. */
function CodeFields({ layout: { codes, codesSeen: seen }, draft, onDraft }: { layout: FileLayout; draft: MappingDraft; onDraft: (draft: MappingDraft) => void }) {
  const t = useTexts(texts);
  const words = useTexts(codeTexts);
  const shown: Codes = { ...codes, ...draft.codes };
  return seen?.map((code) => (
    <NativeSelect
      key={code}
      className={classes.field}
      label={t.code(code)}
      data={codeMeanings.map((value) => ({ value, label: words[value] }))}
      value={shown[code] ?? 'none'}
      onChange={({ currentTarget: { value } }) => {
        const meaning = codeMeanings.find((known) => known === value);
        if (meaning !== undefined) onDraft({ ...draft, codes: { ...Object.fromEntries(seen.map((each) => [each, shown[each] ?? 'none'])), [code]: meaning } });
      }}
    />
  ));
}

function WhenFields({ layout, draft, onDraft }: { layout: FileLayout; draft: MappingDraft; onDraft: (draft: MappingDraft) => void }) {
  const t = useTexts(texts);
  const zones = useMemo(() => zoneNames(layout.zone), [layout.zone]);
  const { dateOrder: _order, ...withoutOrder } = draft;
  const isOrder = (value: string): value is DateOrder => dateOrders.some((order) => order === value);
  return (
    <>
      <NativeSelect className={classes.field} label={t.zone} data={zones} value={draft.zone ?? layout.zone} onChange={(event) => onDraft({ ...draft, zone: event.currentTarget.value })} />
      <NativeSelect
        className={classes.field}
        label={t.order}
        data={[{ value: '', label: t.recognised(t[layout.dateOrder]) }, ...dateOrders.map((value) => ({ value, label: t[value] }))]}
        value={draft.dateOrder ?? ''}
        onChange={({ currentTarget: { value } }) => onDraft(isOrder(value) ? { ...draft, dateOrder: value } : withoutOrder)}
      />
    </>
  );
}

/** The zone of now, the browser's own, UTC and China first: they are what one mostly needs. */
function zoneNames(current: string): readonly string[] {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return [...new Set([current, own, 'UTC', 'Asia/Shanghai', ...Intl.supportedValuesOf('timeZone')])];
}
