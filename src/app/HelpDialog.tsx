import { Modal, Switch } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { Kbd } from '../ui/Kbd.tsx';
import { setSingleKeys, shortcutGroups, singleKeysAreOn, subscribeToShortcuts } from '../ui/shortcuts.ts';
import { defineTexts, useTexts } from '../words/language.tsx';
import classes from './HelpDialog.module.css';

const texts = defineTexts({
  title: ['Keyboard shortcuts', '键盘快捷键'],
  close: ['Close', '关闭'],
  sequence: ['Keys side by side are pressed one after the other.', '并排的按键依次按下。'],
  single: ['Single-key shortcuts', '单键快捷键'],
  singleWhy: ['Switch off if you dictate to your computer.', '如使用语音输入，可将其关闭。'],
});

/** All that the keyboard does on the present screen: the screen's own first, then what works everywhere. */
export function HelpDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useTexts(texts);
  const groups = useSyncExternalStore(subscribeToShortcuts, shortcutGroups).filter(({ shortcuts }) => shortcuts.length > 0);
  const areSingleKeysOn = useSyncExternalStore(subscribeToShortcuts, singleKeysAreOn);
  return (
    <Modal opened={isOpen} onClose={onClose} title={t.title} size={720} closeButtonProps={{ 'aria-label': t.close }}>
      <div className={classes.groups}>
        {groups.toReversed().map(({ title, shortcuts }) => (
          <section key={title} className={classes.group}>
            <h2>{title}</h2>
            <dl>
              {shortcuts.map(({ keys, label }) => (
                <div key={keys}>
                  <dt>
                    <Kbd keys={keys} />
                  </dt>
                  <dd>{label}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className={classes.note}>{t.sequence}</p>
      <Switch checked={areSingleKeysOn} label={t.single} description={t.singleWhy} onChange={(event) => setSingleKeys(event.currentTarget.checked)} />
    </Modal>
  );
}
