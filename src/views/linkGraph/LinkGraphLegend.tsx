import { Button, Checkbox, NativeSelect } from '@mantine/core';
import type { GroupingKind, ThingKind } from '../../analysis/things/thing.ts';
import { thingKinds } from '../../analysis/things/thing.ts';
import { useFormat } from '../../words/format.ts';
import { useTexts } from '../../words/language.tsx';
import type { Gathering } from './arrangement.ts';
import type { SizeMeasure } from './centrality.ts';
import { sizeMeasures } from './centrality.ts';
import { Arrow, bandMarks, Disc, Gathered, Line, Mark, Marked, Pin, Sizes, ThingShape, Tie, Widths } from './LegendMarks.tsx';
import type { LinkGraph, ScoreBand } from './linkGraphModel.ts';
import { scoreBands } from './linkGraphModel.ts';
import classes from './LinkGraphLegend.module.css';
import { linkGraphTexts } from './linkGraphTexts.ts';
import { measureText, sizeRange } from './nodeSizes.ts';

/** The usual choices, and whatever a link asked for. */
function minChoices(current: number): readonly number[] {
  return [...new Set([1, 2, 3, 5, 10, 20, 50, 100, current])].sort((one, other) => one - other);
}

/** What the legend filters and chooses, as it is now. */
export interface LegendChoices {
  readonly bandsOff: readonly ScoreBand[];
  readonly kindsOff: readonly ThingKind[];
  readonly minRecords: number;
  /** Contacts shown of each opened number, and what may be chosen. */
  readonly each: number;
  readonly eachChoices: readonly number[];
  /** What numbers are gathered by, and by what they can be. */
  readonly gather: Gathering | null;
  readonly gatherings: readonly Gathering[];
  /** What the size of a node stands for. */
  readonly measure: SizeMeasure;
}

export interface LegendActions {
  readonly onToggleBand: (band: ScoreBand) => void;
  readonly onToggleKind: (kind: ThingKind) => void;
  readonly onMinRecords: (records: number) => void;
  readonly onEach: (each: number) => void;
  readonly onGather: (gather: Gathering | null) => void;
  readonly onMeasure: (measure: SizeMeasure) => void;
  readonly onShowHidden: () => void;
}

/** What the marks mean, and the filters that belong to them. Counts are of all that was answered, filtered or not. */
export function LinkGraphLegend({ graph, choices, actions, hidden, isMeasured }: {
  graph: LinkGraph;
  choices: LegendChoices;
  actions: LegendActions;
  /** Hidden by hand. */
  hidden: number;
  /** The sizes shown are of the chosen measure; otherwise they are being found. */
  isMeasured: boolean;
}) {
  const { bandsOff, kindsOff, minRecords, each, eachChoices, gather, gatherings, measure } = choices;
  const t = useTexts(linkGraphTexts);
  const format = useFormat();
  const range = isMeasured ? sizeRange(graph) : null;
  const of = (text: string) => (measure === 'betweenness' ? t.ofPaths(text) : measure === 'pageRank' ? t.ofWalk(text) : text);
  return (
    <section className={classes.legend} aria-label={t.legend}>
      <fieldset className={classes.group}>
        <legend>{t.showScores}</legend>
        {scoreBands.map((band) => (
          <Checkbox
            key={band}
            size="xs"
            checked={!bandsOff.includes(band)}
            onChange={() => actions.onToggleBand(band)}
            label={
              <span className={classes.band}>
                <Mark>{bandMarks[band]}</Mark>
                {t[band]}
                <span className={classes.count}>{format.count(graph.bandCounts[band])}</span>
              </span>
            }
          />
        ))}
      </fieldset>
      {graph.kindCounts.size > 0 && (
        <fieldset className={classes.group}>
          <legend>{t.showThings}</legend>
          {thingKinds.filter((kind) => graph.kindCounts.has(kind)).map((kind) => (
            <Checkbox
              key={kind}
              size="xs"
              checked={!kindsOff.includes(kind)}
              onChange={() => actions.onToggleKind(kind)}
              label={
                <span className={classes.band}>
                  <Mark><ThingShape kind={kind} /></Mark>
                  {t[kind]}
                  <span className={classes.count}>{format.count(graph.kindCounts.get(kind) ?? 0)}</span>
                </span>
              }
            />
          ))}
        </fieldset>
      )}
      <NativeSelect
        label={t.each}
        classNames={{ label: classes.fieldLabel ?? '' }}
        size="xs"
        value={String(each)}
        data={[...new Set([...eachChoices, each])].sort((one, other) => one - other).map(String)}
        onChange={(event) => actions.onEach(Number(event.currentTarget.value))}
      />
      <NativeSelect
        label={t.gatherBy}
        classNames={{ label: classes.fieldLabel ?? '' }}
        size="xs"
        value={gather ?? ''}
        data={[{ value: '', label: t.gatherNone }, ...gatherings.map((value) => ({ value, label: gatheringText(value, t) }))]}
        onChange={({ currentTarget: { value } }) => actions.onGather(gatherings.find((known) => known === value) ?? null)}
      />
      <NativeSelect
        label={t.minRecords}
        classNames={{ label: classes.fieldLabel ?? '' }}
        size="xs"
        value={String(minRecords)}
        data={minChoices(minRecords).map(String)}
        onChange={(event) => actions.onMinRecords(Number(event.currentTarget.value))}
      />
      <div>
        <NativeSelect
          label={t.sizeBy}
          classNames={{ label: classes.fieldLabel ?? '' }}
          size="xs"
          value={measure}
          data={sizeMeasures.map((value) => ({ value, label: t[value] }))}
          onChange={({ currentTarget: { value } }) => actions.onMeasure(sizeMeasures.find((known) => known === value) ?? 'contacts')}
        />
        <p className={classes.range}>
          <Mark><Sizes /></Mark>
          {range === null ? (isMeasured ? t.allGathered : t.measuring) : of(t.sizeRange(measureText(measure, range.least, format), measureText(measure, range.most, format)))}
        </p>
      </div>
      <p className={classes.left}>
        {t.filtered(format.count(Math.max(0, graph.filtered - hidden)))}
        <br />
        {t.hidden(format.count(hidden))}
        {hidden > 0 && (
          <Button size="compact-xs" variant="subtle" onClick={actions.onShowHidden}>
            {t.showHidden}
          </Button>
        )}
      </p>
      <h2 className={classes.heading}>{t.marks}</h2>
      <ul className={classes.marks}>
        <Line mark={<Disc isOpen />}>{t.openMark}</Line>
        <Line mark={<Disc />}>{t.closedMark}</Line>
        <Line mark={<Disc share={0.7} />}>{t.ringMark}</Line>
        <Line mark={<Disc isUnscored />}>{t.unscoredMark}</Line>
        <Line mark={<span className={classes.badge}>+34</span>}>{t.badgeMark}</Line>
        <Line mark={<Marked />}>{t.markedMark}</Line>
        {graph.communities.length > 0 && <Line mark={<Gathered />}>{t.communityMark}</Line>}
        <Line mark={<Pin />}>{t.pinMark}</Line>
        {graph.kindCounts.size > 0 && <Line mark={<Tie />}>{t.tieMark}</Line>}
        <Line mark={<Widths />}>{t.lineMark}</Line>
        <Line mark={<Arrow />}>{t.arrowMark}</Line>
      </ul>
    </section>
  );
}

const gatheringTexts = { outlet: 'byOutlet', device: 'byDevice', cell: 'byCell' } as const satisfies Record<GroupingKind, string>;

/** What numbers are gathered by, in words. */
export function gatheringText(gather: Gathering, t: Readonly<Record<'communities' | 'byOutlet' | 'byDevice' | 'byCell', string>>): string {
  return gather === 'communities' ? t.communities : t[gatheringTexts[gather]];
}
