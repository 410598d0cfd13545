import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'mocks/**/*.test.ts', 'bench/**/*.test.ts', 'config/**/*.test.ts'],
    testTimeout: 30_000,
    // A process of its own for each file takes as long as many of them; whatever a test replaces of the platform, it puts back.
    isolate: false,
  },
});
