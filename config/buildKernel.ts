/** `npm run kernel`: builds `src/kernel/kernelBytes.ts` from the AssemblyScript beside it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileKernel, kernelModuleText } from './compileKernel.ts';

const bytes = compileKernel();
writeFileSync(join(import.meta.dirname, '../src/kernel/kernelBytes.ts'), kernelModuleText(bytes));
process.stdout.write(`the kernel has ${bytes.length} bytes\n`);
