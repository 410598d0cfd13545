/** Which records stand behind a reason, and which part of the dossier groups them the way the reason counts them. */
import type { Dossier, Reason } from '../../analysis/answers.ts';
import type { FeatureName } from '../../features/featureNames.ts';
import { isFeatureName } from '../../words/features.ts';
import type { NumberSearchPatch } from './numberSearch.ts';
import { noFilter } from './numberSearch.ts';

/** Parts of the dossier that one can be sent to. */
export type DossierPart = 'why' | 'findings' | 'hours' | 'days' | 'contacts' | 'lists' | 'supply' | 'accounts' | 'transfers' | 'money' | 'devices' | 'cells' | 'movements' | 'similar' | 'notes' | 'features' | 'records';

export interface EvidencePlace {
  /** The filter under which the records are those the reason counts. */
  readonly filter: NumberSearchPatch;
  /** Where they are grouped as the reason counts them; null when the plain list says it. */
  readonly groupedIn: DossierPart | null;
}

const groupedIn: Partial<Record<FeatureName, DossierPart>> = {
  number_of_contacts: 'contacts', interactions_per_contact: 'contacts', calls_per_contact: 'contacts', entropy_of_contacts: 'contacts',
  balance_of_contacts: 'contacts', percent_pareto_interactions: 'contacts', one_call_contact_share: 'contacts', reciprocated_share: 'contacts',
  new_contacts_per_active_day: 'contacts', code_senders: 'contacts', in_degree: 'contacts', out_degree: 'contacts',
  weighted_in_degree: 'contacts', weighted_out_degree: 'contacts', core: 'contacts',
  percent_nocturnal: 'hours', hour_entropy: 'hours', active_hours: 'hours', busiest_hour_share: 'hours',
  active_days: 'days', busiest_day_calls: 'days', days_since_first_seen: 'days', longest_dormancy: 'days',
  outgoing_share: 'days', percent_initiated_interactions: 'days',
  imeis: 'devices', numbers_per_imei: 'devices',
  number_of_antennas: 'cells', entropy_of_antennas: 'cells', top_antenna_share: 'cells',
};

/** Features about one day, device or cell name that one; every other reason counts all records. */
export function evidencePlace(reason: Reason['feature'], dossier: Pick<Dossier, 'days' | 'devices' | 'cells'>): EvidencePlace {
  const all = { ...noFilter, why: reason };
  if (!isFeatureName(reason)) return { filter: all, groupedIn: 'findings' };
  return { filter: { ...all, ...filterFor(reason, dossier) }, groupedIn: groupedIn[reason] ?? null };
}

function filterFor(feature: FeatureName, { days, devices, cells }: Pick<Dossier, 'days' | 'devices' | 'cells'>): NumberSearchPatch {
  switch (feature) {
    case 'busiest_day_calls': return { day: most(days, (day) => day.out + day.in)?.day };
    case 'numbers_per_imei': return { imei: most(devices, (device) => device.numbers)?.imei };
    case 'top_antenna_share': return { cell: most(cells, (cell) => cell.records)?.cell };
    default: return {};
  }
}

/** The first entry with the largest measure. */
function most<T>(entries: readonly T[], measure: (entry: T) => number): T | undefined {
  return entries.reduce<T | undefined>((best, entry) => (best === undefined || measure(entry) > measure(best) ? entry : best), undefined);
}
