import { Random } from '../random.ts';
import type { Stage } from '../stage.ts';
import type { Employee, Job, Ring } from '../supply.ts';
import { LINES_PER_YIELD, type Desk, type Scribe } from './scribe.ts';
import { Table, type TableLayout } from './tables.ts';

const layouts: readonly TableLayout[] = [
  { encoding: 'utf-16le', delimiter: '\t', times: 'iso', header: ['工号', '操作', '操作对象', '主机', '操作时间'] },
  { encoding: 'utf-8', delimiter: ',', times: 'offset', header: ['employee', 'action', 'target', 'host', 'time'] },
];

/** The log reaches back this many days before the world begins. */
const DAYS_BEFORE = 30;
const SMS_HOSTS = ['SMSC-01', 'SMSC-02', 'SMS-GW-03'];
const ROOMS = ['1号机房', '2号机房', '3号机房'];

interface Access {
  readonly employee: string;
  readonly action: string;
  readonly target: string;
  readonly host: string;
  readonly second: number;
}

/** What the operator's employees did (内部操作): working days of all, and what the insiders did for their rings. */
export function accessLog(stage: Stage, desk: Desk): Scribe {
  return {
    *before() {
      const table = new Table(stage, desk, '内部操作.csv', layouts);
      const random = new Random(stage.seed, 6);
      const { employees, contracts, rings } = stage.supply;
      let lines = 0;
      for (let day = -DAYS_BEFORE; day < stage.days; day++) {
        const accesses: Access[] = [];
        const isWeekend = stage.isWeekend(day);
        for (const employee of employees) if (!isWeekend || random.chance(0.2)) works(employee, stage, random, accesses);
        for (const { id, isForged, signedOn, enteredBy, approvedBy } of contracts) {
          if (isForged) continue;
          const office = () => random.whole(32_400, 61_000);
          if (signedOn === day) accesses.push({ employee: enteredBy.id, action: '合同录入', target: id, host: enteredBy.host, second: office() });
          if (signedOn + 1 === day) accesses.push({ employee: approvedBy.id, action: '合同审批', target: id, host: approvedBy.host, second: office() });
          if (signedOn + 2 === day) accesses.push({ employee: approvedBy.id, action: '号段分配', target: id, host: approvedBy.host, second: office() });
        }
        for (const ring of rings) servesRing(ring, day, random, accesses);
        accesses.sort((a, b) => a.second - b.second);
        for (const { employee, action, target, host, second } of accesses) {
          table.row(employee, action, target, host, table.time(day, second));
          if (++lines % LINES_PER_YIELD === 0) yield;
        }
      }
      yield;
    },
  };
}

const actionsOf: Readonly<Record<Job, readonly (readonly [string, (stage: Stage, random: Random) => string])[]>> = {
  sales: [['开户', anyNumber], ['补换卡', anyNumber], ['查询客户资料', anyNumber]],
  care: [['查询客户资料', anyNumber], ['话单查询', anyNumber], ['停复机', anyNumber]],
  contracts: [['合同查询', anyContract], ['号段查询', anyContract]],
  network: [['机房门禁', anyRoom], ['基站参数查询', (stage, random) => stage.places.text(random.below(stage.places.count))], ['设备巡检', anyRoom]],
  messages: [['短信网关登录', anySmsHost], ['短信下发查询', anySmsHost], ['接口配置', anySmsHost]],
};

/** A day's work: some actions of the job, mostly by day; engineers are also on call at night. */
function works(employee: Employee, stage: Stage, random: Random, accesses: Access[]): void {
  const actions = actionsOf[employee.job];
  for (let left = random.poisson(5); left > 0; left--) {
    const [action, target] = random.pick(actions);
    const isAtNight = (employee.job === 'network' || employee.job === 'messages') && random.chance(0.08);
    const second = isAtNight ? random.below(18_000) : random.whole(30_600, 64_000);
    accesses.push({ employee: employee.id, action, target: target(stage, random), host: employee.host, second });
  }
}

/** Contracts entered and approved within minutes in the evening, a server carried into the machine room, and the SMS interface from then on. */
function servesRing({ insider, contracts, name }: Ring, day: number, random: Random, accesses: Access[]): void {
  const server = `SRV-${name.slice(5).padStart(3, '0')}`;
  const smsHost = SMS_HOSTS[Number(name.slice(5)) % SMS_HOSTS.length]!;
  for (const { id, approvedBy, signedOn } of contracts) {
    if (signedOn === day) {
      const second = random.whole(66_000, 76_000);
      accesses.push({ employee: insider.id, action: '合同录入', target: id, host: insider.host, second });
      accesses.push({ employee: approvedBy.id, action: '合同审批', target: id, host: insider.host, second: second + random.whole(60, 500) });
      accesses.push({ employee: insider.id, action: '号段分配', target: id, host: insider.host, second: second + random.whole(600, 1_500) });
    }
    if (signedOn + 2 !== day) continue;
    const second = random.whole(79_000, 84_000);
    accesses.push({ employee: insider.id, action: '机房门禁', target: ROOMS[2]!, host: '门禁', second });
    accesses.push({ employee: insider.id, action: '服务器上架', target: server, host: ROOMS[2]!, second: second + random.whole(300, 900) });
    accesses.push({ employee: insider.id, action: '接口授权', target: smsHost, host: server, second: second + random.whole(1_000, 2_000) });
  }
  const begins = Math.min(...contracts.map(({ signedOn }) => signedOn)) + 3;
  if (day >= begins && random.chance(0.4)) {
    accesses.push({ employee: insider.id, action: '短信下发查询', target: smsHost, host: server, second: random.chance(0.7) ? random.whole(72_000, 86_000) : random.below(14_000) });
  }
}

function anyNumber(stage: Stage, random: Random): string {
  return random.pick(stage.people).number;
}

function anyContract(stage: Stage, random: Random): string {
  return random.pick(stage.supply.contracts).id;
}

function anyRoom(_: Stage, random: Random): string {
  return random.pick(ROOMS);
}

function anySmsHost(_: Stage, random: Random): string {
  return random.pick(SMS_HOSTS);
}
