import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
/** Base64 digits of a line. */
const LINE = 160;

/**
 * Compiles the kernel's AssemblyScript; throws what the compiler says. It runs in a process of its own because its types would
 * change those of arrays everywhere.
 */
export function compileKernel(): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'callchain-kernel-'));
  const out = join(folder, 'kernel.wasm');
  try {
    execFileSync(process.execPath, [
      join(root, 'node_modules/assemblyscript/bin/asc.js'), 'src/kernel/assembly/index.ts', '--outFile', out,
      '-O3', '--converge', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--initialMemory', '16', '--memoryBase', '1024',
    ], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
    return readFileSync(out);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The TypeScript module that carries the compiled kernel, so that every platform loads it without a request. */
export function kernelModuleText(bytes: Uint8Array): string {
  const base64 = Buffer.from(bytes).toString('base64');
  const lines = base64.match(new RegExp(`.{1,${LINE}}`, 'g')) ?? [];
  return `/** Made by \`npm run kernel\` from the sources in \`assembly/\`; not to be changed by hand. */\nexport const kernelBase64 = \`\n${lines.join('\n')}\n\`;\n`;
}
