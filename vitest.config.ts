import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'mocks/**/*.test.ts', 'bench/**/*.test.ts', 'config/**/*.test.ts'],
    testTimeout: 30_000,
    // A process for each file makes it 240 s instead of 150. So whatever a test replaces of the platform, it must put back.
    isolate: false,
  },
});
