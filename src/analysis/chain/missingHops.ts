/** Which record would show a hop that the open ones do not, and from whom to ask for it. */
import { isServiceKey, numberText } from '../../records/numberKey.ts';
import { rowsWith, tableOf } from '../tables/tableIndex.ts';
import type { ChainContext } from './chainContext.ts';
import type { ChainHop, HopKind, MissingHop } from './chainHop.ts';

/** Senders named when one asks platforms. */
const MOST_SENDERS = 5;
/** Virtual operators, whose numbers come in pools (MIIT: 162, 165, 167, 170, 171). */
const RESOLD = /^1(62|65|67|70|71)\d{8}$/;

export function findMissing({ dataset, key, number, contacted }: ChainContext, hops: readonly ChainHop[]): MissingHop[] {
  const missing: MissingHop[] = [];
  const has = (kind: HopKind) => hops.some((hop) => hop.kind === kind);
  const subscriptions = tableOf(dataset, 'subscriptions');
  const isOpen = (kind: 'transfers' | 'subscriptions' | 'pools' | 'accessLog' | 'registrations') => tableOf(dataset, kind) !== null;
  const calls = contacted.some(({ isText }) => !isText);

  if (contacted.length === 0) missing.push({ kind: 'victim', record: 'communications', from: 'operator', about: number });
  else if (!has('victim') && calls && !isOpen('transfers')) missing.push({ kind: 'victim', record: 'transfers', from: 'bank', about: number });
  if (!has('device')) missing.push({ kind: 'device', record: 'imei', from: 'operator', about: number });
  if (!has('card')) missing.push({ kind: 'card', record: 'imsi', from: 'operator', about: number });
  if (!has('outlet')) missing.push({ kind: 'outlet', record: 'subscriptions', from: 'operator', about: number });
  else if (!has('merchant') && subscriptions !== null && Array.from(rowsWith(subscriptions, 'number', key)).every((row) => subscriptions.columns.agent[row] === 0)) {
    missing.push({ kind: 'merchant', record: 'subscriptions', from: 'operator', about: hops.find(({ kind }) => kind === 'outlet')!.to });
  }
  if (!isOpen('pools')) {
    const named = hops.find(({ kind }) => kind === 'pool');
    if (named !== undefined) missing.push({ kind: 'insider', record: 'pools', from: 'operator', about: named.to });
    else if (RESOLD.test(number)) missing.push({ kind: 'pool', record: 'pools', from: 'operator', about: number });
  } else if (has('pool') && !has('insider') && !isOpen('accessLog')) {
    missing.push({ kind: 'insider', record: 'accessLog', from: 'operator', about: hops.find(({ kind }) => kind === 'pool')!.to });
  }
  const senders = [...new Set(contacted.filter(({ isText, isOut, other }) => isText && !isOut && isServiceKey(other)).map(({ other }) => numberText(other, dataset.oddNumbers)))];
  if (!has('account') && !isOpen('registrations') && senders.length > 0) missing.push({ kind: 'account', record: 'registrations', from: 'platform', about: senders.slice(0, MOST_SENDERS).join(', ') });
  if (!has('bankCard') && !isOpen('transfers') && (has('account') || senders.length > 0)) missing.push({ kind: 'bankCard', record: 'transfers', from: 'bank', about: number });
  return missing;
}
