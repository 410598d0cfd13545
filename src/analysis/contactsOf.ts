import type { ContactTable } from '../features/contactTable.ts';
import { contactsOfRecords } from '../features/contactTable.ts';
import { recentPerDataset } from './datasetCache.ts';

/** Hubs have hundreds of thousands of contacts at 40 bytes each. */
const KEPT = 8;

/** Contacts of a row's number, made from its records; those asked for last are kept. */
export const contactsOf = recentPerDataset(
  KEPT, (row: number) => String(row), ({ records }, row): ContactTable => contactsOfRecords(records.recordsOf(row), records.recordWords),
);
