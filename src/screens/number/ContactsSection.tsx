import { useQuery } from '@tanstack/react-query';
import type { Dossier } from '../../analysis/answers.ts';
import { caseQueries, useCase } from '../../sources/useCase.tsx';
import { useSelection, useWindow } from '../../state/search.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { ContactsTable } from '../../views/contactsTable/ContactsTable.tsx';
import { Pager } from '../../views/recordsTable/Pager.tsx';
import { useFormat } from '../../words/format.ts';
import { defineTexts, useTexts } from '../../words/language.tsx';
import { NumberLink } from './NumberLink.tsx';
import type { NumberSearch, NumberSearchPatch } from './numberSearch.ts';
import { Section } from './Section.tsx';

const texts = defineTexts({
  title: [(count: string) => `Contacts: ${count}`, (count: string) => `联系人：${count} 个`],
  table: ['Contacts', '联系人'],
  pages: ['Pages of contacts', '联系人翻页'],
});

const PAGE = 15;

/** Whom the number was in contact with. */
export function ContactsSection({ dossier, search, onSearch, onOther, onNetwork }: {
  dossier: Dossier;
  search: NumberSearch;
  onSearch: (patch: NumberSearchPatch) => void;
  /** Shows the records with one contact. */
  onOther: (number: string) => void;
  onNetwork: (number: string) => void;
}) {
  const t = useTexts(texts);
  const format = useFormat();
  const { window } = useWindow();
  const { selected, select } = useSelection();
  const sort = search.by ?? 'interactions';
  const offset = search.contact ?? 0;
  const { data, error, isPlaceholderData, refetch } = useQuery(caseQueries.contacts(useCase(), dossier.number, window, sort, { offset, limit: PAGE }));
  return (
    <Section
      part="contacts"
      title={t.title(format.count(dossier.contacts))}
      isWide
      aside={<Pager label={t.pages} offset={offset} limit={PAGE} total={data?.total ?? dossier.contacts} onOffset={(to) => onSearch({ contact: to === 0 ? undefined : to })} />}
    >
      {error !== null && data === undefined ? <ErrorState where={t.table} error={error} onRetry={() => void refetch()} /> : (
        <ContactsTable
          label={t.table}
          rows={data?.rows ?? []}
          sort={sort}
          filtered={search.other ?? null}
          inspected={selected}
          isStale={data === undefined || isPlaceholderData}
          minRows={Math.min(PAGE, dossier.contacts)}
          onSort={(by) => onSearch({ by: by === 'interactions' ? undefined : by, contact: undefined })}
          onRecords={onOther}
          onInspect={select}
          onNetwork={onNetwork}
          renderNumber={renderNumber}
        />
      )}
    </Section>
  );
}

function renderNumber(number: string) {
  return <NumberLink number={number} />;
}
