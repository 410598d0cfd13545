import { createTheme } from '@mantine/core';
import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core';

/** Mantine's dark greys, in the tone of `tokens.css`. */
const dark: MantineColorsTuple = [
  '#e4e7eb', '#c3cad1', '#a3adb8', '#8592a1', '#4a525c', '#31363d', '#24282d', '#1c1f23', '#16181b', '#101214',
];
/** The one accent; steps 7 (light) and 5 (dark) carry white text at 4.5:1. */
const accent: MantineColorsTuple = [
  '#eaf3fc', '#d2e4f7', '#a6caef', '#7db2ea', '#559ae3', '#2f73c0', '#2569b9', '#1862b5', '#12549d', '#0c4583',
];
const fonts = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans SC', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif";
const small = { size: 'xs' };

export const theme = createTheme({
  fontFamily: fonts,
  headings: { fontFamily: fonts },
  fontSizes: { xs: '12px', sm: '13px', md: '13px', lg: '15px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '20px', xl: '28px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '2px', sm: '4px', md: '4px', lg: '4px', xl: '4px' },
  defaultRadius: 'sm',
  // Menus alone cast a shadow; dialogs take the largest.
  shadows: { xl: 'none' },
  colors: { accent, dark },
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 5 },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: { defaultProps: small },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    TextInput: { defaultProps: small },
    NumberInput: { defaultProps: small },
    Textarea: { defaultProps: small },
    NativeSelect: { defaultProps: small },
    Select: { defaultProps: small },
    Checkbox: { defaultProps: small },
    Switch: { defaultProps: small },
    SegmentedControl: { defaultProps: small },
    Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 0 } } },
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 0 } } },
    Tooltip: { defaultProps: { openDelay: 400, transitionProps: { duration: 0 } } },
  },
});

/** Mantine's own colours follow `tokens.css`, which keeps AA where Mantine's greys do not. */
export const cssVariables: CSSVariablesResolver = () => {
  const both = {
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--dim)',
    '--mantine-color-placeholder': 'var(--dim)',
    '--mantine-color-error': 'var(--bad)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--hover)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-gray-light-color': 'var(--ink)',
    '--mantine-color-accent-light-color': 'var(--accent)',
    '--mantine-color-accent-text': 'var(--accent)',
    '--mantine-color-accent-outline': 'var(--accent)',
    '--mantine-color-gray-text': 'var(--dim)',
    '--mantine-primary-color-light-color': 'var(--accent)',
    '--mantine-primary-color-text': 'var(--accent)',
  };
  return { variables: {}, light: both, dark: both };
};
