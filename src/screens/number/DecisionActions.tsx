import { Button, Group, Popover, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Decision } from '../../analysis/answers.ts';
import { caseQueries, useCase } from '../../sources/useCase.tsx';
import { useDialogKeys } from '../../ui/useShortcuts.ts';
import { dismissalText, usualDismissals } from '../../words/dismissals.ts';
import { glossary } from '../../words/glossary.ts';
import { defineTexts, useLanguage, useTexts } from '../../words/language.tsx';
import { useDecide } from '../suspects/useDecide.ts';
import classes from './DecisionActions.module.css';

const texts = defineTexts({
  actions: ['Decision', '决定'],
  confirm: ['Confirm', '确认'],
  dismiss: ['Dismiss…', '排除…'],
  assign: ['Assign to me', '分派给我'],
  undo: ['Undo', '撤销'],
  reopen: ['Back to new', '恢复为新'],
  reason: ['Reason for dismissing', '排除理由'],
  reasonHint: ['Whoever looks at this number next reads it.', '之后查看该号码的人会看到。'],
  submit: ['Dismiss', '排除'],
  cancel: ['Cancel', '取消'],
});

/** What can be decided about a number; the dossier runs it by key too. */
export function useNumberDecision(number: string) {
  const { data: me } = useQuery(caseQueries.whoAmI(useCase()));
  const { decide, canUndo, undo } = useDecide();
  return {
    canAssign: me !== undefined,
    canUndo,
    confirm: () => void decide([number], { status: 'confirmed' }),
    dismiss: (reason: string) => void decide([number], { status: 'dismissed', reason }),
    assign: () => {
      if (me !== undefined) void decide([number], { status: 'assigned', assignee: me.id });
    },
    reopen: () => void decide([number], { status: 'new' }),
    /** Takes back the last decision of this visit. */
    undo: () => void undo(),
  };
}

/** Confirm, dismiss with a reason, assign, and back. The buttons stay where they are whatever the status. */
export function DecisionActions({ number, decision, isDismissing, onDismissing }: {
  number: string;
  decision: Decision | null;
  /** Whether the form for the reason is open; the owner may open it by key. */
  isDismissing: boolean;
  onDismissing: (isOpen: boolean) => void;
}) {
  const t = useTexts(texts);
  const language = useLanguage();
  const actions = useNumberDecision(number);
  useDialogKeys(isDismissing, () => onDismissing(false));
  const status = decision?.status ?? 'new';
  const button = (is: Decision['status']) => ({ size: 'compact-sm', variant: status === is ? 'filled' : 'default', 'aria-pressed': status === is }) as const;
  const canReopen = !actions.canUndo && status !== 'new';
  return (
    <fieldset className={classes.actions} aria-label={t.actions}>
      <Button {...button('confirmed')} onClick={actions.confirm}>
        {t.confirm}
      </Button>
      <Popover opened={isDismissing} onChange={onDismissing} position="bottom-end" trapFocus returnFocus withinPortal>
        <Popover.Target>
          <Button {...button('dismissed')} onClick={() => onDismissing(!isDismissing)}>
            {t.dismiss}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <DismissForm
            initial={status === 'dismissed' ? dismissalText(decision?.reason ?? '', language) : ''}
            onCancel={() => onDismissing(false)}
            onReason={(reason) => {
              onDismissing(false);
              actions.dismiss(reason);
            }}
          />
        </Popover.Dropdown>
      </Popover>
      <Button {...button('assigned')} disabled={!actions.canAssign} onClick={actions.assign}>
        {t.assign}
      </Button>
      <Button size="compact-sm" variant="default" disabled={!actions.canUndo && !canReopen} onClick={canReopen ? actions.reopen : actions.undo}>
        {canReopen ? t.reopen : t.undo}
      </Button>
    </fieldset>
  );
}

function DismissForm({ initial, onReason, onCancel }: { initial: string; onReason: (reason: string) => void; onCancel: () => void }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const [reason, setReason] = useState(initial);
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== '') onReason(reason.trim());
      }}
    >
      <TextInput data-autofocus required label={t.reason} description={t.reasonHint} descriptionProps={{ fz: 'xs' }} value={reason} maxLength={500} onChange={(event) => setReason(event.currentTarget.value)} />
      <div className={classes.usual}>
        {usualDismissals(language).map((usual) => (
          <Button key={usual} size="compact-xs" variant="default" onClick={() => setReason(usual)}>
            {usual}
          </Button>
        ))}
      </div>
      <Group gap={8} justify="flex-end">
        <Button size="compact-sm" variant="default" onClick={onCancel}>
          {t.cancel}
        </Button>
        <Button size="compact-sm" type="submit" disabled={reason.trim() === ''}>
          {t.submit}
        </Button>
      </Group>
    </form>
  );
}

const statusTexts = defineTexts({
  toYou: ['assigned to you', '分派给您'],
  to: [(who: string) => `assigned to ${who}`, (who: string) => `分派给 ${who}`],
  comma: [', ', '，'],
  detailed: [(status: string, detail: string) => `${status}: ${detail}`, (status: string, detail: string) => `${status}：${detail}`],
});

/** The status in words: "Dismissed: courier", "Assigned to you". */
export function StatusText({ decision }: { decision: Decision | null }) {
  const g = useTexts(glossary);
  const t = useTexts(statusTexts);
  const language = useLanguage();
  const { data: me } = useQuery(caseQueries.whoAmI(useCase()));
  const status = decision?.status ?? 'new';
  const who = status === 'new' ? null : (decision?.assignee ?? null);
  const assigned = who === null ? '' : who === me?.id ? t.toYou : t.to(who);
  const details = [dismissalText(decision?.reason ?? '', language), status === 'assigned' ? '' : assigned].filter(Boolean).join(t.comma);
  const head = status === 'assigned' && assigned !== '' ? assigned.charAt(0).toUpperCase() + assigned.slice(1) : g[status];
  return (
    <span className={classes.status} data-status={status}>
      {details === '' ? head : t.detailed(head, details)}
    </span>
  );
}
