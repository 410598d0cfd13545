import { useMantineColorScheme } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { use, useId, useMemo, useState, useSyncExternalStore } from 'react';
import type { KeyboardEvent } from 'react';
import { CaseContext, caseQueries } from '../sources/useCase.tsx';
import { useSelection, useWindow } from '../state/search.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { shortcutGroups, subscribeToShortcuts, takeTyping } from '../ui/shortcuts.ts';
import { describeError } from '../words/describeError.ts';
import { useFormat } from '../words/format.ts';
import { glossary } from '../words/glossary.ts';
import { defineTexts, useLanguage, useTexts } from '../words/language.tsx';
import classes from './CommandPalette.module.css';
import { useLanguageSetting } from './languageSetting.ts';
import { matchCommands, numberText } from './paletteMatches.ts';
import type { Command } from './paletteMatches.ts';
import { railScreens } from './routes.ts';
import { useSources } from './sources.tsx';

const texts = defineTexts({
  title: ['Search', '搜索'],
  placeholder: ['Number, screen or action', '号码、页面或操作'],
  numbers: ['Numbers', '号码'],
  screens: ['Screens', '页面'],
  actions: ['Actions', '操作'],
  sources: ['Sources', '数据来源'],
  score: [(score: string) => `score ${score}`, (score: string) => `评分 ${score}`],
  ofSource: [(name: string) => `Source: ${name}`, (name: string) => `数据来源：${name}`],
  allDays: ['Window: all days', '时间窗：全部'],
  otherLanguage: ['切换到中文', 'Switch to English'],
  dark: ['Colours: dark', '配色：深色'],
  light: ['Colours: light', '配色：浅色'],
  auto: ['Colours: as the system', '配色：跟随系统'],
  none: [(text: string) => `Nothing is called “${text}”, and no number contains it.`, (text: string) => `没有名为“${text}”的项目，也没有号码包含它。`],
  searching: ['Searching…', '正在搜索…'],
  hint: ['opens · with Shift: in the inspector · Esc closes', '打开 · 同按 Shift：在详情栏打开 · Esc 关闭'],
});

const hitsAtMost = 8;
const pauseMs = 120;

/** Finds a number, a screen or an action; one field, arrows and Enter. */
export function CommandPalette({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useTexts(texts);
  // Each opening begins with an empty field, also while the last one still fades away.
  const [openings, setOpenings] = useState({ isOpen, count: 0 });
  if (openings.isOpen !== isOpen) setOpenings({ isOpen, count: openings.count + (isOpen ? 1 : 0) });
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t.title} isBare>
      <Palette key={openings.count} onClose={onClose} />
    </Dialog>
  );
}

function Palette({ onClose }: { onClose: () => void }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const listId = useId();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const { hits, isSearching, error } = useNumberHits(text);
  const commands = useCommands(onClose);
  const shown = [...hits.map((hit) => ({ ...hit, run: closing(onClose, hit.run) })), ...matchCommands(commands, text)];
  const current = Math.min(active, shown.length - 1);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setActive((current + step + shown.length) % Math.max(1, shown.length));
    else if (event.key === 'Enter') shown[current]?.run(event.shiftKey);
    else return;
    event.preventDefault();
  };
  return (
    <div className={classes.palette}>
      {/* oxlint-disable jsx-a11y/prefer-tag-over-role -- WAI-ARIA combobox with groups, which a datalist is not */}
      <input
        className={classes.field}
        role="combobox"
        aria-label={t.placeholder}
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={shown[current] === undefined ? undefined : `${listId}-${current}`}
        aria-autocomplete="list"
        placeholder={t.placeholder}
        value={text}
        data-autofocus
        autoComplete="off"
        spellCheck={false}
        onFocus={() => setText((written) => written + takeTyping())}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label={t.title} className={classes.list}>
        {shown.map((command, i) => (
          <div key={command.id} role="presentation">
            {command.group !== shown[i - 1]?.group && (
              <div className={classes.group} role="presentation">
                {command.group}
              </div>
            )}
            <div
              id={`${listId}-${i}`}
              ref={i === current ? (element) => element?.scrollIntoView({ block: 'nearest' }) : null}
              role="option"
              tabIndex={-1}
              aria-selected={i === current}
              className={classes.option}
              onPointerMove={() => setActive(i)}
              onClick={(event) => command.run(event.shiftKey)}
              onKeyDown={onKeyDown}
            >
              <span className={classes.label}>{command.label}</span>
              {command.detail !== undefined && <span className={classes.detail}>{command.detail}</span>}
              {command.keys !== undefined && <Kbd keys={command.keys} />}
            </div>
          </div>
        ))}
      </div>
      {/* oxlint-enable jsx-a11y/prefer-tag-over-role */}
      <output className={classes.foot}>
        {error !== null ? describeError(error, language).what : isSearching ? t.searching : shown.length === 0 ? t.none(text) : <Hint />}
      </output>
    </div>
  );
}

function Hint() {
  const t = useTexts(texts);
  return (
    <>
      <Kbd keys="Enter" /> {t.hint}
    </>
  );
}

/** Numbers that contain the text, once it looks like the beginning of one. */
function useNumberHits(text: string): { readonly hits: readonly Command[]; readonly isSearching: boolean; readonly error: unknown } {
  const t = useTexts(texts);
  const format = useFormat();
  const source = use(CaseContext);
  const navigate = useNavigate();
  const { select } = useSelection();
  const wanted = numberText(text);
  const [paused] = useDebouncedValue(wanted, pauseMs);
  const isWanted = source !== null && paused !== '';
  const answer = useQuery({
    ...(source === null ? { queryKey: ['search'], queryFn: () => [] } : caseQueries.search(source, paused, hitsAtMost)),
    enabled: isWanted,
  });
  const hits = (wanted === '' ? [] : (answer.data ?? [])).map(
    ({ number, score }): Command => ({
      id: `number ${number}`,
      group: t.numbers,
      label: format.phone(number),
      detail: t.score(format.score(score)),
      run: (isShift) => (isShift ? select(number) : void navigate({ to: '/numbers/$number', params: { number } })),
    }),
  );
  return { hits, isSearching: wanted !== '' && (wanted !== paused || answer.isFetching), error: wanted === '' ? null : answer.error };
}

function closing(onClose: () => void, run: Command['run']): Command['run'] {
  return (isShift) => {
    onClose();
    run(isShift);
  };
}

/** Screens, what the present screen can do, sources, and the page's own settings. */
function useCommands(onClose: () => void): readonly Command[] {
  const t = useTexts(texts);
  const words = useTexts(glossary);
  const navigate = useNavigate();
  const [language, setLanguage] = useLanguageSetting();
  const { setColorScheme } = useMantineColorScheme();
  const { setWindow } = useWindow();
  const { choices, current, choose } = useSources();
  const groups = useSyncExternalStore(subscribeToShortcuts, shortcutGroups);
  return useMemo(() => {
    const command = (group: string, label: string, run: () => void, keys?: string): Command => ({
      id: `${group} ${label}`, group, label, run: closing(onClose, run), ...(keys === undefined ? {} : { keys }),
    });
    const screens = railScreens.map(({ path, word, key }) => command(t.screens, words[word], () => void navigate({ to: path }), `g ${key}`));
    const card = command(t.screens, words.model, () => void navigate({ to: '/model' }));
    const taken = new Set(['mod+k', ...railScreens.map(({ key }) => `g ${key}`)]);
    const ofScreen = groups.toReversed().flatMap(({ shortcuts }) =>
      shortcuts
        .filter(({ keys, isOn }) => isOn !== false && !taken.has(keys) && !/Arrow|Home|End|Page|Tab/.test(keys))
        .map(({ label, run, keys }) => command(t.actions, label, () => run(new KeyboardEvent('keydown')), keys)),
    );
    const settings = [
      command(t.actions, t.allDays, () => setWindow(null)),
      command(t.actions, t.otherLanguage, () => setLanguage(language === 'en' ? 'zh' : 'en')),
      ...(['light', 'dark', 'auto'] as const).map((scheme) => command(t.actions, t[scheme], () => setColorScheme(scheme))),
    ];
    const others = choices.filter(({ value }) => value !== current).map(({ value, label }) => command(t.sources, t.ofSource(label), () => choose(value)));
    return [...screens, card, ...ofScreen, ...others, ...settings].toSorted((a, b) => order(t, a) - order(t, b));
  }, [t, words, navigate, language, setLanguage, setColorScheme, setWindow, choices, current, choose, groups, onClose]);
}

/** Groups stay together: screens, actions, sources. */
function order(t: { readonly screens: string; readonly actions: string }, { group }: Command): number {
  return group === t.screens ? 0 : group === t.actions ? 1 : 2;
}
