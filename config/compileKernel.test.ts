import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileKernel, kernelModuleText } from './compileKernel.ts';

/** The compiler optimises for some seconds, on a busy machine for many. */
const LONGEST_MS = 120_000;

test('the kernel that the program carries is built from the sources beside it', () => {
  const carried = readFileSync(join(import.meta.dirname, '../src/kernel/kernelBytes.ts'), 'utf8');
  expect(carried === kernelModuleText(compileKernel()), 'run `npm run kernel`').toBe(true);
}, LONGEST_MS);
