import { ActionIcon, useMantineColorScheme } from '@mantine/core';
import type { MantineColorScheme } from '@mantine/core';
import { IconCircleHalf2, IconMoon, IconSun } from '@tabler/icons-react';
import { announce } from '../ui/announce.ts';
import { defineTexts, useTexts } from '../words/language.tsx';

const texts = defineTexts({
  auto: ['Colours: as the system', '配色：跟随系统'],
  light: ['Colours: light', '配色：浅色'],
  dark: ['Colours: dark', '配色：深色'],
});

const next: Readonly<Record<MantineColorScheme, MantineColorScheme>> = { auto: 'light', light: 'dark', dark: 'auto' };
const icons = { auto: IconCircleHalf2, light: IconSun, dark: IconMoon };

/** Goes round system, light, dark. */
export function SchemeControl() {
  const t = useTexts(texts);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const Icon = icons[colorScheme];
  return (
    <ActionIcon
      size={28}
      aria-label={t[colorScheme]}
      title={t[colorScheme]}
      onClick={() => {
        setColorScheme(next[colorScheme]);
        announce(t[next[colorScheme]]);
      }}
    >
      <Icon size={18} stroke={1.6} aria-hidden />
    </ActionIcon>
  );
}
