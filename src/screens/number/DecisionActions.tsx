import { Button, Group, Popover, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Decision } from '../../analysis/answers.ts';
import { caseQueries, useCase } from '../../sources/useCase.tsx';
import { useFormat } from '../../words/format.ts';
import { glossary } from '../../words/glossary.ts';
import { defineTexts, useTexts } from '../../words/language.tsx';
import classes from './DecisionActions.module.css';
import { useDecide } from './useDecide.ts';

const texts = defineTexts({
  actions: ['Decision', '决定'],
  confirm: ['Confirm', '确认'],
  dismiss: ['Dismiss…', '排除…'],
  assign: ['Assign to me', '分派给我'],
  reopen: ['Back to new', '恢复为新'],
  reason: ['Reason for dismissing', '排除理由'],
  reasonHint: ['Whoever looks at this number next reads it.', '之后查看该号码的人会看到。'],
  submit: ['Dismiss', '排除'],
  cancel: ['Cancel', '取消'],
  confirmed: [(number: string) => `${number} confirmed.`, (number: string) => `已确认 ${number}。`],
  dismissed: [(number: string) => `${number} dismissed.`, (number: string) => `已排除 ${number}。`],
  assigned: [(number: string) => `${number} assigned to you.`, (number: string) => `${number} 已分派给你。`],
  reopened: [(number: string) => `${number} is new again.`, (number: string) => `${number} 已恢复为新。`],
  // The known innocents that look the same (scoring.md).
  courier: ['Courier', '快递员'],
  callCentre: ['Call centre', '客服中心'],
  rideHailing: ['Ride-hailing driver', '网约车司机'],
  clinic: ['Clinic', '诊所'],
  machine: ['Machine or probe', '物联网设备或探针'],
  sharedHandset: ['Shared handset', '共用手机'],
  secondCard: ['New or second card', '新卡或副卡'],
});
const usualReasons = ['courier', 'callCentre', 'rideHailing', 'clinic', 'machine', 'sharedHandset', 'secondCard'] as const;

/** What can be decided about a number; the dossier runs them by key too. */
export function useDecisionActions(number: string) {
  const t = useTexts(texts);
  const format = useFormat();
  const { data: me } = useQuery(caseQueries.whoAmI(useCase()));
  const { decide, isPending } = useDecide();
  const shown = format.phone(number);
  const set = (status: Decision['status'], text: string, reason = '', assignee: string | null = null) => decide({ number, status, reason, assignee }, text);
  return {
    isPending,
    canAssign: me !== undefined,
    confirm: () => set('confirmed', t.confirmed(shown)),
    dismiss: (reason: string) => set('dismissed', t.dismissed(shown), reason),
    assign: () => me !== undefined && set('assigned', t.assigned(shown), '', me.id),
    reopen: () => set('new', t.reopened(shown)),
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
  const actions = useDecisionActions(number);
  const status = decision?.status ?? 'new';
  return (
    <fieldset className={classes.actions} aria-label={t.actions}>
      <Button size="compact-sm" variant={status === 'confirmed' ? 'filled' : 'default'} aria-pressed={status === 'confirmed'} onClick={actions.confirm}>
        {t.confirm}
      </Button>
      <Popover opened={isDismissing} onChange={onDismissing} position="bottom-end" trapFocus returnFocus withinPortal>
        <Popover.Target>
          <Button size="compact-sm" variant={status === 'dismissed' ? 'filled' : 'default'} aria-pressed={status === 'dismissed'} onClick={() => onDismissing(!isDismissing)}>
            {t.dismiss}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <DismissForm
            initial={status === 'dismissed' ? (decision?.reason ?? '') : ''}
            onCancel={() => onDismissing(false)}
            onReason={(reason) => {
              onDismissing(false);
              actions.dismiss(reason);
            }}
          />
        </Popover.Dropdown>
      </Popover>
      <Button size="compact-sm" variant={status === 'assigned' ? 'filled' : 'default'} aria-pressed={status === 'assigned'} disabled={!actions.canAssign} onClick={actions.assign}>
        {t.assign}
      </Button>
      <Button size="compact-sm" variant="subtle" disabled={status === 'new'} onClick={actions.reopen}>
        {t.reopen}
      </Button>
    </fieldset>
  );
}

function DismissForm({ initial, onReason, onCancel }: { initial: string; onReason: (reason: string) => void; onCancel: () => void }) {
  const t = useTexts(texts);
  const [reason, setReason] = useState(initial);
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== '') onReason(reason.trim());
      }}
    >
      <TextInput data-autofocus required label={t.reason} description={t.reasonHint} value={reason} maxLength={500} onChange={(event) => setReason(event.currentTarget.value)} />
      <div className={classes.usual}>
        {usualReasons.map((key) => (
          <Button key={key} size="compact-xs" variant="default" onClick={() => setReason(t[key])}>
            {t[key]}
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

/** The status in words: "Dismissed: courier", "Assigned to you". */
export function StatusText({ decision }: { decision: Decision | null }) {
  const g = useTexts(glossary);
  const t = useTexts(statusTexts);
  const { data: me } = useQuery(caseQueries.whoAmI(useCase()));
  const status = decision?.status ?? 'new';
  const who = decision?.assignee ?? null;
  const detail = [
    who === null ? '' : who === me?.id ? t.toYou : t.to(who),
    decision?.reason ?? '',
  ].filter(Boolean).join(t.comma);
  return (
    <span className={classes.status} data-status={status}>
      {detail === '' ? g[status] : t.detailed(g[status], detail)}
    </span>
  );
}
const statusTexts = defineTexts({
  toYou: ['to you', '给你'],
  to: [(who: string) => `to ${who}`, (who: string) => `给 ${who}`],
  comma: [', ', '，'],
  detailed: [(status: string, detail: string) => `${status}: ${detail}`, (status: string, detail: string) => `${status}：${detail}`],
});
