/** Callchain on the command line: the same pipeline as in the browser. JSON on standard output, messages on standard error. */
import { parseArguments, UsageError, usage } from './cli/arguments.ts';
import { printChain } from './cli/chain.ts';
import { printCollision } from './cli/collide.ts';
import { printFeatures } from './cli/features.ts';
import { printInspection } from './cli/inspect.ts';
import { printLinks } from './cli/links.ts';
import { printScores } from './cli/score.ts';
import { printSuccessors } from './cli/successors.ts';
import { UnreadableFile } from './pipeline.ts';

const commands = { inspect: printInspection, features: printFeatures, score: printScores, links: printLinks, collide: printCollision, chain: printChain, successors: printSuccessors };

async function main(): Promise<void> {
  const [name = '', ...rest] = process.argv.slice(2);
  if (name === 'help' || [name, ...rest].some((word) => word === '--help' || word === '-h')) {
    process.stdout.write(usage);
    return;
  }
  if (!Object.hasOwn(commands, name)) {
    throw new UsageError(`${name === '' ? 'no command' : `unknown command "${name}"`}; there are: ${Object.keys(commands).join(', ')}`);
  }
  await commands[name as keyof typeof commands](parseArguments(rest));
}

// A reader that has seen enough (`| head`) closes the pipe; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

/** Exit codes: 0 done, 2 the arguments or a file cannot be used, 1 a fault of the program. */
main().catch((error: unknown) => {
  const isUsers = error instanceof UsageError || error instanceof UnreadableFile;
  if (isUsers) process.stderr.write(`callchain: ${error.message}\n`);
  else process.stderr.write(`callchain: a fault of the program: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = isUsers ? 2 : 1;
});
