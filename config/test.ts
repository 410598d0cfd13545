/**
 * `npm test`: everything that must hold, one part after the other; all parts run even when one fails. The last line is
 * `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './browser.ts';

interface Count {
  readonly passed: number;
  readonly failed: number;
}

const folder = mkdtempSync(join(tmpdir(), 'callchain-test-'));

/** Runs a tool from node_modules and tells whether it succeeded. */
function run(tool: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): boolean {
  process.stdout.write(`\n$ ${tool} ${args.join(' ')}\n`);
  // Many of the processes started run the same modules.
  const compiled = { NODE_COMPILE_CACHE: join(folder, 'compiled') };
  const { status } = spawnSync(join('node_modules', '.bin', tool), args, { stdio: 'inherit', env: { ...process.env, ...compiled, ...env } });
  return status === 0;
}

/** A tool that is one check. */
function check(tool: string, args: readonly string[] = []): Count {
  return run(tool, args) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** A tool that failed without counting a failure (it crashed, or ran no test) counts as one. */
function counted(isGood: boolean, read: () => Count): Count {
  try {
    const count = read();
    return isGood === (count.failed === 0) && count.passed > 0 ? count : { ...count, failed: Math.max(1, count.failed) };
  } catch (error) {
    process.stdout.write(`no result: ${String(error)}\n`);
    return { passed: 0, failed: 1 };
  }
}

function unitTests(): Count {
  const file = join(folder, 'unit.json');
  const isGood = run('vitest', ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]);
  return counted(isGood, () => {
    const result = JSON.parse(readFileSync(file, 'utf8')) as { numPassedTests: number; numFailedTests: number };
    return { passed: result.numPassedTests, failed: result.numFailedTests };
  });
}

function browserTests(): Count {
  const file = join(folder, 'browser.json');
  const isGood = run('playwright', ['test', '--reporter=list,json'], {
    CHROMIUM_PATH: ensureBrowser(),
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  });
  return counted(isGood, () => {
    const { stats } = JSON.parse(readFileSync(file, 'utf8')) as { stats: { expected: number; flaky: number; unexpected: number } };
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
  });
}

const counts = [check('tsc'), check('oxlint'), unitTests(), browserTests()];
rmSync(folder, { recursive: true });
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
