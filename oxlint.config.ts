import { defineConfig } from 'oxlint';

/**
 * The import rule: data flows records → features → findings → answers → screens and never back. A room may import from
 * itself and from the rooms named here. README and `src/` use the same names.
 */
const rooms: Record<string, readonly string[]> = {
  records: [],
  kernel: [],
  ingest: ['records', 'kernel'],
  features: ['records'],
  scoring: ['records', 'features'],
  analysis: ['records', 'features', 'scoring'],
  engine: ['records', 'kernel', 'ingest', 'features', 'scoring', 'analysis'],
  sources: ['records', 'features', 'scoring', 'analysis', 'engine'],
  words: ['records', 'ingest', 'features', 'analysis'],
  state: ['records'],
  ui: ['words'],
  views: ['ui', 'words', 'records', 'ingest', 'features', 'scoring', 'analysis'],
  screens: ['records', 'ingest', 'features', 'scoring', 'analysis', 'engine', 'sources', 'words', 'state', 'ui', 'views'],
  app: ['records', 'analysis', 'engine', 'sources', 'words', 'state', 'ui', 'screens'],
};
const pureRooms = new Set(['records', 'kernel', 'ingest', 'features', 'scoring', 'analysis']);
const noPlatform = ['react', 'react-*', '@mantine/*', '@tanstack/*', 'recharts', 'cytoscape', 'msw', 'node:*', 'zod'];

/** Libraries that unpack formats; they know no platform either, and are imported where formats are read and nowhere else. */
const formatLibraries = ['fflate', 'hyparquet', 'hyparquet-*'];

/** Paths that a room may not import: every room but itself and those it is allowed. */
function forbiddenFrom(room: string): string[] {
  const open = new Set([room, ...(rooms[room] ?? [])]);
  return Object.keys(rooms).flatMap((other) => (open.has(other) ? [] : ['../', '../../', '../../../'].map((up) => `${up}${other}/**`)));
}

/** What may not be imported in a room; `libraries` beyond those that no pure room may have. */
function importRule(room: string, libraries: readonly string[]) {
  const allowed = rooms[room] ?? [];
  const pure = { group: [...noPlatform, ...libraries], message: `src/${room} is pure: no React, DOM, worker, fetch or Node; only src/ingest/formats unpacks.` };
  return {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: ['**/mocks/**', '**/e2e/**', '**/bench/**', ...forbiddenFrom(room)],
            message: `src/${room} imports only from: ${allowed.join(', ') || 'nothing'}.`,
          },
          ...(pureRooms.has(room) ? [pure] : [{ group: [...libraries], message: 'Only src/ingest/formats unpacks.' }]),
        ],
      },
    ] as never,
  };
}

export default defineConfig({
  plugins: ['typescript', 'react', 'import', 'jsx-a11y', 'promise', 'unicorn', 'vitest'],
  categories: { correctness: 'error', suspicious: 'error', perf: 'error' },
  options: { typeAware: true },
  // AssemblyScript is no TypeScript, though it looks like it.
  ignorePatterns: ['dist', 'dist-demo', 'node_modules', 'src/kernel/assembly'],
  rules: {
    'typescript/no-explicit-any': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/consistent-type-imports': 'error',
    'react/react-in-jsx-scope': 'off',
    'react/exhaustive-deps': 'error',
    'react/rules-of-hooks': 'error',
    'import/no-cycle': 'error',
    'import/no-unassigned-import': ['error', { allow: ['**/*.css'] }],
    'no-console': 'error',
    'no-await-in-loop': 'off',
    'no-underscore-dangle': 'off',
    'unicorn/no-array-sort': 'off',
    'unicorn/no-array-reverse': 'off',
    'no-shadow': 'off',
    // TypeScript knows better: exhaustive switches return on every path.
    'typescript/consistent-return': 'off',
    // A small function is best read beside its only use.
    'unicorn/consistent-function-scoping': 'off',
    // A worker's messages go to one place and have no origin.
    'unicorn/require-post-message-target-origin': 'off',
    'unicorn/prefer-add-event-listener': 'off',
    'promise/no-callback-in-promise': 'off',
    // Grids, sliders and comboboxes of ARIA have no tag; an SVG is an image only by its role.
    'jsx-a11y/prefer-tag-over-role': 'off',
    'react/preserve-manual-memoization': 'off',
    'typescript/no-unsafe-type-assertion': 'off',
  },
  overrides: [
    ...Object.keys(rooms).map((room) => ({ files: [`src/${room}/**`], rules: importRule(room, formatLibraries) })),
    { files: ['src/ingest/formats/**', 'src/ingest/fixtures/**'], rules: importRule('ingest', []) },
    { files: ['**/*.test.ts', '**/*.test.tsx'], rules: { 'no-restricted-imports': 'off', 'vitest/no-conditional-expect': 'off' } },
    // Playwright's fixtures are given a function called `use`.
    { files: ['e2e/**'], rules: { 'react/rules-of-hooks': 'off' } },
    { files: ['src/engine/cli.ts', 'src/engine/cli/**', 'bench/**', 'config/**', 'mocks/world/cli.ts'], rules: { 'no-console': 'off' } },
  ],
});
