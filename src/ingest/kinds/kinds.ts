/** The kinds of record beside communications. Where a header fits two alike, the earlier is meant. */
import type { TableField, TableKind } from '../../records/recordKinds.ts';
import { accessLog } from './accessLog.ts';
import { cells } from './cells.ts';
import { interventions } from './interventions.ts';
import type { KindDeclaration } from './kindDeclaration.ts';
import { numberLists } from './numberLists.ts';
import { pools } from './pools.ts';
import { registrations } from './registrations.ts';
import { subscriptions } from './subscriptions.ts';
import { transfers } from './transfers.ts';

export const kinds: readonly KindDeclaration[] = [transfers, pools, accessLog, registrations, subscriptions, cells, interventions, numberLists];

export function declarationOf(kind: TableKind): KindDeclaration {
  return kinds.find((declaration) => declaration.kind === kind)!;
}

/** Fields that can be mapped, of all kinds. */
export function fieldsOfKind(kind: TableKind): readonly TableField[] {
  return declarationOf(kind).fields.map(({ field }) => field);
}
