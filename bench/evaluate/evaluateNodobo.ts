import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ScoredDataset } from '../../src/analysis/scoredDataset.ts';
import { openFile } from '../../src/engine/cli/openFile.ts';
import { DEFAULT_BASE_RATE, readDataset } from '../../src/engine/pipeline.ts';
import { windowDataset } from '../../src/engine/windowDataset.ts';
import { dayText } from '../../src/records/days.ts';
import { numberText } from '../../src/records/numberKey.ts';
import { logistic } from '../../src/scoring/shape.ts';
import type { Report } from './report.ts';

const LINE = 50;
const WEEK_DAYS = 7;
const ZONE = 'Europe/London';

/**
 * The 27 students of Nodobo, none of them a fraudster, through the same pipeline as an opened file: how many reach the
 * line at the default base rate, in the whole file and in any of its weeks. Their contacts, of whom the file shows only
 * one side, are counted apart.
 */
export async function evaluateNodobo(directory: string, report: Report): Promise<void> {
  const path = join(directory, 'nodobo/calls.csv');
  const source = await openFile(path);
  try {
    const dataset = await readDataset([source], [{}], ZONE, DEFAULT_BASE_RATE, { onProgress: () => undefined, checkpoint: () => Promise.resolve() });
    const users = new Set(readFileSync(path, 'utf8').split(/\r?\n/).slice(1).map((line) => line.split(',')[0]!).filter((user) => user !== ''));
    report.add('nodobo.users', users.size);
    report.addAll('nodobo', flagged(dataset, users));
    let weeks = 0;
    let userWeeksFlagged = 0;
    let highest = 0;
    for (let day = dataset.firstDay; day <= dataset.lastDay; day += WEEK_DAYS) {
      const week = flagged(windowDataset(dataset, { from: dayText(day), to: dayText(day + WEEK_DAYS - 1) }), users);
      weeks++;
      userWeeksFlagged += week.usersAt50;
      highest = Math.max(highest, week.highestUser);
    }
    report.addAll('nodobo.weekly', { weeks, userWeeksAt50: userWeeksFlagged, highestUser: highest });
  } finally {
    await source.close();
  }
}

interface Flagged {
  readonly usersAt50: number;
  readonly contactsAt50: number;
  readonly highestUser: number;
  readonly highestContact: number;
}

function flagged(dataset: ScoredDataset, users: ReadonlySet<string>): Flagged {
  let usersAt50 = 0;
  let contactsAt50 = 0;
  let highestUser = 0;
  let highestContact = 0;
  for (const [row, key] of dataset.features.numbers.entries()) {
    const score = 100 * logistic(dataset.scores.logOdds[row]!);
    if (users.has(numberText(key, dataset.oddNumbers))) {
      if (score >= LINE) usersAt50++;
      highestUser = Math.max(highestUser, score);
    } else {
      if (score >= LINE) contactsAt50++;
      highestContact = Math.max(highestContact, score);
    }
  }
  return { usersAt50, contactsAt50, highestUser, highestContact };
}
