import { Button, CloseButton } from '@mantine/core';
import type { GraphNode } from '../../views/linkGraph/linkGraphModel.ts';
import { useFormat } from '../../words/format.ts';
import { useTexts } from '../../words/language.tsx';
import classes from './NetworkScreen.module.css';
import { networkTexts } from './networkTexts.ts';

/** The chosen device, cell, outlet …: how many numbers it has, and what can be done with them. */
export function ThingPanel({ node, name, onExpand, onMarkNumbers, onClose }: {
  node: GraphNode;
  /** With its kind. */
  name: string;
  /** null where its numbers are shown already. */
  onExpand: (() => void) | null;
  onMarkNumbers: () => void;
  onClose: () => void;
}) {
  const t = useTexts(networkTexts);
  const format = useFormat();
  return (
    <section className={classes.link} aria-label={t.thing}>
      <strong>{name}</strong>
      <span>{t.ofNumbers(format.count(node.contacts - node.notShown), format.count(node.contacts))}</span>
      <span className={classes.tools}>
        {onExpand !== null && <Button size="compact-sm" variant="default" onClick={onExpand}>{t.expand}</Button>}
        <Button size="compact-sm" variant="default" onClick={onMarkNumbers}>{t.markNumbers}</Button>
      </span>
      <CloseButton size="sm" aria-label={t.closeThing} onClick={onClose} />
    </section>
  );
}
