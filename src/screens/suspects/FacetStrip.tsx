import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { SuspectFacets } from '../../analysis/answers.ts';
import { statuses } from '../../analysis/answers.ts';
import { detectorIds } from '../../scoring/detectorIds.ts';
import { NOTHING, useFormat } from '../../words/format.ts';
import { glossary } from '../../words/glossary.ts';
import { useTexts } from '../../words/language.tsx';
import classes from './FacetStrip.module.css';
import { ScoreFacet } from './ScoreFacet.tsx';
import { toggled } from './suspectsSearch.ts';
import type { SuspectsSearch } from './suspectsSearch.ts';
import { facetTexts } from './suspectsTexts.ts';

/** Longer counts have no room. */
const exactBelow = 100_000;

type Change = { readonly [K in keyof SuspectsSearch]?: SuspectsSearch[K] | undefined };

/** What narrows the queue, with the counts each choice would show. Sizes are kept while counts are awaited. */
export function FacetStrip({ facets, onRetry, search, marked, onChange, filter }: {
  facets: SuspectFacets | undefined;
  /** Set when the counts could not be had. */
  onRetry: (() => void) | undefined;
  search: SuspectsSearch;
  /** How many numbers are selected. */
  marked: number;
  onChange: (change: Change) => void;
  /** The text filter, which stands first. */
  filter: ReactNode;
}) {
  const t = useTexts(facetTexts);
  const words = useTexts(glossary);
  const detectors = detectorIds.map((id) => ({
    key: id,
    label: words[id],
    count: facets?.detectors.find((facet) => facet.id === id)?.count ?? null,
    isOn: search.det?.includes(id) ?? false,
    onToggle: () => onChange({ det: toggled(search.det, id) }),
  }));
  const byStatus = statuses.map((status) => ({
    key: status,
    label: words[status],
    count: facets?.statuses.find((facet) => facet.status === status)?.count ?? null,
    isOn: search.status?.includes(status) ?? false,
    onToggle: () => onChange({ status: toggled(search.status, status) }),
  }));
  return (
    <section className={classes.strip} aria-label={t.strip}>
      {filter}
      <FacetGroup title={words.detector} facets={detectors} />
      <FacetGroup title={words.status} facets={byStatus} />
      <FacetGroup
        title={t.marks}
        facets={[{ key: 'marked', label: t.onlyMarked, count: marked, isOn: search.among === 'group', onToggle: () => onChange({ among: search.among === 'group' ? undefined : 'group' }) }]}
      />
      {onRetry !== undefined && (
        <p role="alert" className={classes.failed}>
          {t.noCounts} <Button size="compact-xs" variant="default" onClick={onRetry}>{t.retry}</Button>
        </p>
      )}
      <ScoreFacet counts={facets?.scores ?? null} min={search.min ?? 0} onMin={(min) => onChange({ min: min > 0 ? min : undefined })} />
    </section>
  );
}

interface Facet {
  readonly key: string;
  readonly label: string;
  readonly count: number | null;
  readonly isOn: boolean;
  readonly onToggle: () => void;
}

function FacetGroup({ title, facets }: { title: string; facets: readonly Facet[] }) {
  const f = useFormat();
  const most = Math.max(1, ...facets.map(({ count }) => count ?? 0));
  return (
    <fieldset className={classes.group}>
      <legend className={classes.title}>{title}</legend>
      {facets.map(({ key, label, count, isOn, onToggle }) => (
        <button key={key} type="button" className={classes.facet} aria-pressed={isOn} onClick={onToggle}>
          <span aria-hidden className={classes.check} />
          <span className={classes.label}>{label}</span>
          <span className={classes.count}>{count === null ? NOTHING : count < exactBelow ? f.count(count) : f.short(count)}</span>
          <span aria-hidden className={classes.bar} style={{ width: `${(100 * (count ?? 0)) / most}%` }} />
        </button>
      ))}
    </fieldset>
  );
}
