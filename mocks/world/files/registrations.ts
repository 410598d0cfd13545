import type { PlatformKind } from '../platforms.ts';
import type { Stage } from '../stage.ts';
import type { Desk, Scribe } from './scribe.ts';
import { Table, type TableLayout } from './tables.ts';

const layouts: readonly TableLayout[] = [
  { encoding: 'utf-8', delimiter: ',', times: 'slashes', header: ['平台', '平台类别', '注册手机号', '注册时间', '设备标识', '注册IP'] },
  { encoding: 'gbk', delimiter: ',', times: 'iso', header: ['平台名称', '类型', '绑定手机号', '注册时间', '设备ID', 'IP地址'] },
  { encoding: 'utf-8', delimiter: ',', times: 'offset', header: ['platform', 'kind', 'phone', 'registered_at', 'device_id', 'ip'] },
];
const kindWords: Readonly<Record<PlatformKind, string>> = { finance: '金融', gambling: '博彩', social: '社交', shopping: '购物', travel: '出行', games: '游戏', video: '视频' };

/** Accounts made with numbers (账号注册), of everybody. */
export function registrations(stage: Stage, desk: Desk): Scribe {
  let table: Table | null = null;
  return {
    *day(day) {
      table ??= new Table(stage, desk, '账号注册.csv', layouts);
      for (const { platform, member, second, device, ip } of day.signUps.toSorted((a, b) => a.second - b.second)) {
        table.row(platform.name, kindWords[platform.kind], member.number, table.time(day.index, second), device, ip);
      }
      yield;
    },
  };
}
