import type { FeatureDeclaration } from '../declaration.ts';

export const contacts: readonly FeatureDeclaration[] = [
  { name: 'number_of_contacts', unit: 'count', formula: 'distinct other numbers, itself included if it called itself', source: 'bandicoot', merge: 'records', value: (ego) => ego.contacts },
  { name: 'interactions_per_contact', unit: 'ratio', formula: 'interactions ÷ contacts', source: 'bandicoot', merge: 'records', value: (ego) => ego.interactions / ego.contacts },
  { name: 'calls_per_contact', unit: 'ratio', formula: 'calls ÷ contacts with a call', source: 'Callchain', merge: 'records', value: (ego) => (ego.callsOut + ego.callsIn) / ego.callContacts },
  { name: 'entropy_of_contacts', unit: 'nats', formula: '−Σ p ln p over contacts, p = share of interactions', source: 'bandicoot', merge: 'records', value: (ego) => ego.contactEntropy },
  { name: 'balance_of_contacts', unit: 'share', formula: 'mean over contacts of outgoing ÷ all interactions of the number', source: 'bandicoot', merge: 'records', value: (ego) => (ego.callsOut + ego.textsOut) / ego.interactions / ego.contacts },
  { name: 'percent_pareto_interactions', unit: 'share', formula: 'fewest contacts that make 80 % of the interactions ÷ contacts', source: 'bandicoot', merge: 'records', value: (ego) => ego.paretoContacts / ego.contacts },
  { name: 'one_call_contact_share', unit: 'share', formula: 'contacts with exactly one call ÷ contacts with a call', source: 'Callchain', merge: 'records', value: (ego) => ego.oneCallContacts / ego.callContacts },
  { name: 'reciprocated_share', unit: 'share', formula: 'contacts with records both ways ÷ contacts', source: 'Callchain', merge: 'records', value: (ego) => ego.reciprocatedContacts / ego.contacts },
  { name: 'new_contacts_per_active_day', unit: 'ratio', formula: 'contacts ÷ active days', source: 'Callchain', merge: 'records', value: (ego) => ego.contacts / ego.activeDays },
  { name: 'sequential_share', unit: 'share', formula: 'consecutive calls made to numbers at most 10 apart ÷ consecutive calls made', source: 'Callchain', merge: 'records', value: (ego) => ego.sequentialPairs / ego.dialPairs },
  { name: 'code_senders', unit: 'count', formula: 'distinct service numbers (≤ 8 digits, 106…) that sent messages and got none', source: 'Callchain', merge: 'records', value: (ego) => ego.codeSenders },
];
