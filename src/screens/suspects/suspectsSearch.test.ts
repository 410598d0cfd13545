import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statuses, suspectSorts } from '../../analysis/answers.ts';
import { detectorIds } from '../../scoring/detectorIds.ts';
import { formatSearchText, parseSearchText } from '../../state/search.ts';
import { foldTyped, parseSuspectsSearch, queueQuery, sortedBy, toggled } from './suspectsSearch.ts';

describe('the queue in the URL', () => {
  it('comes back from a link as it was', () => {
    const searches = fc.record(
      {
        q: fc.stringMatching(/^[0-9a-z+%&=, ]{1,12}$/),
        det: fc.subarray([...detectorIds], { minLength: 1 }),
        status: fc.subarray([...statuses], { minLength: 1 }),
        min: fc.integer({ min: 1, max: 100 }),
        sort: fc.constantFrom(...suspectSorts),
        dir: fc.constantFrom('asc' as const, 'desc' as const),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(searches, (search) => {
        expect(parseSuspectsSearch(parseSearchText(formatSearchText({ ...search })))).toEqual(search);
      }),
    );
  });

  it('opens from a mangled link as far as it can be read', () => {
    expect(parseSuspectsSearch({ q: '', det: 'simBox,nonsense', status: 'gone', min: '-5', sort: 'toString', dir: 'up' })).toEqual({ det: ['simBox'] });
    expect(parseSuspectsSearch({ min: '1e9' })).toEqual({});
  });

  it('finds a number however it is typed', () => {
    expect(foldTyped('138 1234-5678')).toBe('13812345678');
    expect(foldTyped('+86 (10) 12')).toBe('+861012');
    expect(foldTyped(' mule a ')).toBe('mule a');
  });

  it('sorts by score, highest first, until told otherwise', () => {
    expect(queueQuery({}, null, [])).toMatchObject({ sort: 'score', descending: true, minScore: 0, text: '' });
  });

  it('turns a column round on the second click', () => {
    const first = sortedBy(queueQuery({}, null, []), 'calls_per_contact');
    expect(first).toEqual({ sort: 'calls_per_contact', dir: 'asc' });
    expect(sortedBy(queueQuery(first, null, []), 'calls_per_contact')).toEqual({ sort: 'calls_per_contact', dir: 'desc' });
  });

  it('leaves no trace of a filter that was taken out again', () => {
    expect(toggled(toggled(undefined, 'new'), 'new')).toBeUndefined();
    expect(toggled(['new'], 'confirmed')).toEqual(['new', 'confirmed']);
  });
});
