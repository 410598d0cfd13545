/** Words for the things of the network: what a number is expanded by, and how many there are. */
import { defineTexts } from '../../words/language.tsx';
import { counted } from '../../words/plural.ts';

/** As a menu lists them. */
export const thingTexts = defineTexts({
  device: ['Devices', '设备'],
  cell: ['Cells', '基站小区'],
  outlet: ['Outlets', '开户网点'],
  contract: ['Pool contracts', '号段合同'],
  account: ['Accounts', '注册账号'],
  bankCard: ['Bank cards', '银行卡'],
});

/** With their number, within a sentence. */
export const thingCounts = defineTexts({
  device: [(n: string) => counted(n, 'device', 'devices'), (n: string) => `${n} 台设备`],
  cell: [(n: string) => counted(n, 'cell', 'cells'), (n: string) => `${n} 个基站小区`],
  outlet: [(n: string) => counted(n, 'outlet', 'outlets'), (n: string) => `${n} 个开户网点`],
  contract: [(n: string) => counted(n, 'pool contract', 'pool contracts'), (n: string) => `${n} 份号段合同`],
  account: [(n: string) => counted(n, 'account', 'accounts'), (n: string) => `${n} 个注册账号`],
  bankCard: [(n: string) => counted(n, 'bank card', 'bank cards'), (n: string) => `${n} 张银行卡`],
});
