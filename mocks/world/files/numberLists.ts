import { dayText } from '../../../src/records/days.ts';
import type { Member } from '../member.ts';
import { Random } from '../random.ts';
import type { Stage } from '../stage.ts';
import type { Desk, Scribe } from './scribe.ts';
import { Table, type TableLayout } from './tables.ts';

const labelled: readonly TableLayout[] = [
  { encoding: 'utf-8', delimiter: ',', times: 'iso', header: ['号码', '标签'] },
  { encoding: 'gbk', delimiter: ',', times: 'iso', header: ['手机号', '备注'] },
];
/** Shares of fraud and of the others that somebody has labelled, and of labels that are wrong. */
const FRAUD_LABELLED = 0.5;
const OTHERS_LABELLED = 0.02;
const WRONG_LABELS = 0.06;
/** Numbers on the list of labels at most. */
const MOST_LABELS = 20_000;

/** A label that says the opposite of the truth. */
export interface WrongLabel {
  readonly number: string;
  readonly label: 'fraud' | 'innocent';
}

/**
 * Lists of numbers (名单): what was seized and blocked, who complained, whom to watch, whom to leave alone (特殊号码), and labels of
 * former cases, some of them wrong. @param wrong gets the labels that are
 */
export function numberLists(stage: Stage, desk: Desk, wrong: WrongLabel[]): Scribe {
  const random = new Random(stage.seed, 8);
  return {
    *after() {
      for (const { kind, day, numbers } of stage.campaign.interventions) {
        if (kind === 'cardBlock') {
          plainList(desk, `名单-封停-${dayText(stage.startDay + day)}.txt`, numbers.map(({ number }) => number), random);
        } else if (kind === 'raid') {
          // Address books of the seized phones hold colleagues and those who were called.
          const book = numbers.flatMap((member) => [...(stage.harms.get(member)?.keys() ?? [])].filter(() => random.chance(0.6)));
          plainList(desk, '名单-查获手机.txt', [...numbers, ...book].map(({ number }) => number), random);
        }
      }
      yield;
      const special = new Table(stage, desk, '名单-特殊号码.csv', labelled);
      for (const member of stage.members) {
        if (member.role === 'service') special.row(member.number, '服务号码');
        else if (member.role === 'callCentre' && random.chance(0.8)) special.row(member.number, '客服热线');
        else if (member.role === 'clinic' && random.chance(0.8)) special.row(member.number, '医疗机构');
        else if (member.role === 'probe') special.row(member.number, '拨测号码');
      }
      yield;
      const victims = new Set<Member>();
      for (const harms of stage.harms.values()) for (const [victim, { paid }] of harms) if (paid > 0 && random.chance(0.7)) victims.add(victim);
      const complaints = new Table(stage, desk, '名单-受害人.csv', labelled);
      for (const { number } of victims) complaints.row(number, '受害人');
      yield;
      const watched = [...stage.fraudNotes.keys()].filter(() => random.chance(0.06)).map(({ number }) => number);
      for (let i = Math.ceil(watched.length / 3); i > 0; i--) watched.push(random.pick(stage.people).number);
      plainList(desk, '名单-关注.txt', watched, random);
      yield;
      labels(stage, new Table(stage, desk, '名单-标注.csv', labelled), random, wrong);
      yield;
    },
  };
}

function labels(stage: Stage, table: Table, random: Random, wrong: WrongLabel[]): void {
  let left = MOST_LABELS;
  for (const member of stage.members) {
    const isFraud = member.side === 'fraud';
    if (!isFraud && member.side !== 'ordinary' && member.side !== 'lookAlike') continue;
    if (left === 0 || !random.chance(isFraud ? FRAUD_LABELLED : OTHERS_LABELLED)) continue;
    const isWrong = random.chance(WRONG_LABELS);
    const says = isFraud !== isWrong;
    if (isWrong) wrong.push({ number: member.number, label: says ? 'fraud' : 'innocent' });
    table.row(member.number, says ? '诈骗' : '正常');
    left--;
  }
}

/** A number a line, written as people write them; some twice. No file where there are none. */
function plainList(desk: Desk, name: string, numbers: readonly string[], random: Random): void {
  if (numbers.length === 0) return;
  const writer = desk.open(name);
  writer.write(`# ${name.slice(3, -4)}`);
  for (const number of numbers) {
    const style = random.below(10);
    const isMobile = number.length === 11;
    writer.write(style === 0 && isMobile ? `+86 ${number.slice(0, 3)} ${number.slice(3, 7)} ${number.slice(7)}` : style === 1 && isMobile ? `86${number}` : style === 2 ? `${number} ` : number);
    if (random.chance(0.03)) writer.write(number);
  }
}
