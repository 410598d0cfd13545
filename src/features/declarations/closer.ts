import type { FeatureDeclaration } from '../declaration.ts';

const closerLook = { source: 'Callchain', merge: 'closer', value: () => NaN } as const;

/** Made after the first scores, for the numbers of which they could tell something (`closer/closerLook.ts`); the others have none. */
export const closer: readonly FeatureDeclaration[] = [
  { ...closerLook, name: 'ring_share', unit: 'share', formula: 'calls made that ended within 3 s or were not answered ÷ calls made of which the file tells' },
  { ...closerLook, name: 'callback_share', unit: 'share', formula: 'contacts rung so that called within a day ÷ contacts rung so' },
  { ...closerLook, name: 'relayed_calls', unit: 'count', formula: 'calls received that were followed within 5 minutes by a call to somebody else' },
  { ...closerLook, name: 'relay_ratio', unit: 'ratio', formula: 'relayed calls ÷ the same with the calls received shifted by 1–5 days either way (mean, at least 1)' },
  { ...closerLook, name: 'woken_neighbours', unit: 'count', formula: 'numbers at most 200 away first seen within 3 days of it, not before the 10th day, beyond chance' },
  { ...closerLook, name: 'compound_numbers', unit: 'count', formula: 'numbers that call out from the same cells (cosine ≥ 0.8) in the same hours (≥ 0.75) of the same days (60 % of the fewer), itself included' },
  { ...closerLook, name: 'block_callers', unit: 'count', formula: 'callers of the dense block it is in, 0 of none' },
  { ...closerLook, name: 'block_ratio', unit: 'ratio', formula: 'links within the block ÷ links expected from the degrees of its members' },
  { ...closerLook, name: 'shared_with_flagged', unit: 'ratio', formula: 'other callers of the numbers it called that are flagged ÷ all their other callers, ÷ the share of all links that are from flagged numbers' },
  { ...closerLook, name: 'flagged_on_device', unit: 'count', formula: 'other flagged numbers on the one of its devices that has the most' },
  { ...closerLook, name: 'flagged_in_block', unit: 'count', formula: 'flagged numbers at most 100 away, beyond the share of all numbers that are flagged' },
  { ...closerLook, name: 'flagged_in_room', unit: 'count', formula: 'flagged numbers among those of compound_numbers' },
  { ...closerLook, name: 'impossible_moves', unit: 'count', formula: 'records in turn in two cells farther apart than an airliner gets in the time between, of those whose place a table of cells tells' },
  { ...closerLook, name: 'seized_lists', unit: 'count', formula: 'lists of seized or blocked numbers that hold it' },
  { ...closerLook, name: 'seized_on_device', unit: 'count', formula: 'numbers of such lists on the one of its devices that has the most, itself not counted' },
  { ...closerLook, name: 'replacement_traits', unit: 'count', formula: 'of contacts, cells and device, those in common with the one flagged or seized number that it followed when that fell silent' },
  { ...closerLook, name: 'replacement_contacts', unit: 'count', formula: 'contacts in common with that number, beyond those that the contacts’ degrees give by chance' },
  { ...closerLook, name: 'ego_clustering', unit: 'share', formula: 'pairs of its 20 main contacts in contact themselves ÷ pairs' },
];
