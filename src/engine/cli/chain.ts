import type { Chain, ChainHop, MissingHop } from '../../analysis/chain/chainHop.ts';
import { traceChain } from '../../analysis/chain/traceChain.ts';
import type { Arguments } from './arguments.ts';
import { UsageError } from './arguments.ts';
import { describeDataset } from './dataset.ts';
import { writeCsv } from './output.ts';
import { readArguments } from './readFiles.ts';

/** `chain FILE… --number N`: who stands before and behind a number, hop by hop, and which record to ask for next. */
export async function printChain(args: Arguments): Promise<void> {
  if (args.number === null) throw new UsageError('chain needs --number');
  const dataset = await readArguments(args);
  const chain = traceChain(dataset, { number: args.number });
  if (chain === null) throw new UsageError(`--number ${args.number} is in none of these files`);
  if (args.format === 'csv') {
    await writeCsv(['kind', 'from', 'to', 'strength', 'test', 'count', 'first', 'last'], rows(chain));
    return;
  }
  const { number, hops, weakest, missing, ring } = chain;
  const answer = { dataset: describeDataset(dataset), number, hops, weakest: weakest === null ? null : named(hops[weakest]!), missing: missing.map((hop) => ({ ...hop, ask: askFor(hop) })), ring };
  process.stdout.write(`${JSON.stringify(answer, null, 1)}\n`);
}

/** A hop by what names it. */
function named({ kind, from, to, strength }: ChainHop) {
  return { kind, from, to, strength };
}

function* rows({ hops }: Chain) {
  for (const { kind, from, to, strength, evidence: { test, count, first, last } } of hops) yield { kind, from, to, strength: strength.toFixed(2), test, count, first, last };
}

/** The request as a sentence. */
function askFor({ kind, record, from, about }: MissingHop): string {
  const office = { operator: 'the operator', bank: 'the banks', platform: 'the platforms' }[from];
  switch (record) {
    case 'imei':
    case 'imsi':
      return `ask ${office} for the call records of ${about} with their ${record.toUpperCase()}`;
    case 'communications':
      return `ask ${office} for the call records of ${about}`;
    case 'subscriptions':
      return kind === 'merchant' ? `ask ${office} which agent the outlet ${about} belongs to` : `ask ${office} for the registration of ${about}: document, outlet, agent, date`;
    case 'pools':
      return kind === 'insider' ? `ask ${office} for the contract ${about}: its range, who entered and who approved it` : `ask ${office} for the number-pool contract that ${about} is of`;
    case 'accessLog':
      return `ask ${office} for its access log around the signing of ${about}`;
    case 'registrations':
      return `ask ${office} that sent codes (${about}) for the accounts made with the number`;
    case 'transfers':
      return kind === 'victim' ? `ask ${office} for the payments of those who spoke with ${about}` : `ask ${office} for the cards of the holder of ${about} and their transfers`;
  }
}
