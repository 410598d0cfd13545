import { Switch } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Fragment, useSyncExternalStore } from 'react';
import { Dialog } from '../ui/Dialog.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { setSingleKeys, shortcutGroups, singleKeysAreOn, subscribeToShortcuts } from '../ui/shortcuts.ts';
import { defineTexts, useTexts } from '../words/language.tsx';
import classes from './HelpDialog.module.css';

const texts = defineTexts({
  title: ['Keyboard shortcuts', '键盘快捷键'],
  sequence: ['Keys without a plus between them are pressed one after the other.', '中间没有加号的按键依次按下。'],
  single: ['Single-key shortcuts', '单键快捷键'],
  model: ['How the score comes about, and how far to trust it', '评分如何得出、可信程度如何'],
  singleWhy: ['Switch off if you dictate to your computer.', '如使用语音输入，可将其关闭。'],
});

/** All that the keyboard does on the present screen: the screen's own first, then what works everywhere. Keys that do the same share a line. */
export function HelpDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useTexts(texts);
  const groups = Map.groupBy(useSyncExternalStore(subscribeToShortcuts, shortcutGroups).toReversed(), ({ title }) => title);
  const areSingleKeysOn = useSyncExternalStore(subscribeToShortcuts, singleKeysAreOn);
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t.title} widthPx={760}>
      <div className={classes.groups}>
        {[...groups].map(([title, parts]) => (
          <section key={title} className={classes.group}>
            <h3>{title}</h3>
            <dl>
              {[...Map.groupBy(parts.flatMap(({ shortcuts }) => shortcuts), ({ label }) => label)].map(([label, same]) => (
                <div key={label}>
                  <dt>
                    {same.map(({ keys }, i) => (
                      <Fragment key={keys}>
                        {i > 0 && <span className={classes.or}> / </span>}
                        <Kbd keys={keys} />
                      </Fragment>
                    ))}
                  </dt>
                  <dd>{label}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className={classes.note}>{t.sequence} <Link to="/model" onClick={onClose}>{t.model}</Link></p>
      <Switch checked={areSingleKeysOn} label={t.single} description={t.singleWhy} onChange={(event) => setSingleKeys(event.currentTarget.checked)} />
    </Dialog>
  );
}
