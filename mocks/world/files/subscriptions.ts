import { mix32 } from '../random.ts';
import type { Member } from '../member.ts';
import type { Stage } from '../stage.ts';
import { documentHash } from '../supply.ts';
import { isListed } from './memberFacts.ts';
import { LINES_PER_YIELD, type Desk, type Scribe } from './scribe.ts';
import { Table, type TableLayout } from './tables.ts';

const layouts: readonly TableLayout[] = [
  { encoding: 'gbk', delimiter: ',', times: 'iso', header: ['手机号码', '证件哈希', '开户网点', '代理商', '运营商', '入网时间', '状态', '合同编号'] },
  { encoding: 'utf-8 with BOM', delimiter: ',', times: 'slashes', header: ['MSISDN', 'ID Hash', 'Outlet', 'Agent', 'Operator', 'Activation Date', 'Status', 'Contract No'] },
  { encoding: 'utf-8', delimiter: ',', times: 'iso', header: ['用户号码', '证件号码(SHA)', '受理网点', '渠道名称', '归属运营商', '开户时间', '用户状态', '号段合同号'] },
];
const OPERATOR = '中国川信';
const RESELLER = '川信转售';
/** Vacant numbers of each contract that the register lists. */
const VACANT_LISTED = 25;

/** Who registered which card (开户): a row per number of this operator, and some that are still vacant. */
export function subscriptions(stage: Stage, desk: Desk): Scribe {
  return {
    *before() {
      const table = new Table(stage, desk, '开户.csv', layouts);
      let lines = 0;
      for (const member of stage.members) {
        if (!isListed(member)) continue;
        const { outlet, contract, holder, isListedVacant } = stage.supply.factsOf(member);
        const operator = contract === null ? OPERATOR : RESELLER;
        if (isListedVacant === true) table.row(member.number, '', '', '', operator, '', '未激活', contract?.id ?? '');
        else {
          const lot = mix32(member.id * 769 + 11) >>> 0;
          const activated = activationDay(member, contract?.signedOn ?? null, stage, lot);
          table.row(
            member.number, documentHash(holder), outlet.name, outlet.agent, operator, table.time(activated, 32_400 + (lot >>> 10) % 30_000), statusOf(member, stage), contract?.id ?? '',
          );
        }
        if (++lines % LINES_PER_YIELD === 0) yield;
      }
      const taken = new Set(stage.members.map(({ number }) => number));
      for (const contract of stage.supply.contracts) {
        if (contract.first.length !== 11) continue;
        for (let i = 0, tail = 400; i < VACANT_LISTED && tail < 1_000; tail += 7) {
          const number = contract.first.slice(0, 8) + String(tail);
          if (taken.has(number)) continue;
          table.row(number, '', '', '', RESELLER, '', '未激活', contract.id);
          i++;
        }
      }
      yield;
    },
  };
}

/** Most cards are years old; a gang's and a newcomer's were bought shortly before. */
function activationDay(member: Member, signedOn: number | null, stage: Stage, lot: number): number {
  const isRecent = member.gang !== null || member.firstDay > 0;
  if (!isRecent || (stage.fraudNotes.get(member)?.hasPersonalUse === true && signedOn === null)) return -(30 + lot % 3_000);
  const bought = member.firstDay - 1 - (lot % 24);
  return signedOn === null ? bought : Math.min(member.firstDay, Math.max(signedOn + 1, bought));
}

function statusOf(member: Member, stage: Stage): string {
  if (member.lastDay >= stage.days - 1) return '正常';
  if (stage.fraudNotes.get(member)?.isBlocked === true) return '封停';
  return member.gang === null ? '销户' : '停机';
}
