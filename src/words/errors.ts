/**
 * Words for everything that can go wrong: what happened, then what to do next. Keys are the codes of the rooms they come
 * from (`SourceErrorKind`, `EngineFailure`), so looking one up by its code is checked by the compiler; those of files and
 * their rows are in `fileErrors.ts`.
 */
import { defineTexts } from './language.tsx';

/** By `SourceErrorKind`. */
export const sourceErrorWhat = defineTexts({
  signedOut: ['You are signed out', '登录已失效'],
  forbidden: ['You may not see this', '没有查看权限'],
  offline: ['The server cannot be reached', '无法连接服务器'],
  server: ['The server failed to answer', '服务器出错'],
  badRequest: ['The server refused the request', '服务器拒绝了请求'],
  contract: ['The answer is not in the form this program expects', '服务器返回的数据格式不符'],
  engine: ['The scoring engine stopped', '评分引擎已停止'],
});

export const sourceErrorAdvice = defineTexts({
  signedOut: ['Sign in again; what you see here stays as it is.', '请重新登录；当前页面内容不会丢失。'],
  forbidden: ['Ask the person who manages the case for access, or choose another source.', '请向案件负责人申请权限，或换用其他数据来源。'],
  offline: ['Check the network and try again. Datasets opened on this machine work without a network.', '请检查网络后重试。在本机打开的数据集无需联网即可使用。'],
  server: ['Try again in a moment. If it goes on, send the details to whoever runs the server.', '请稍后重试。若持续出错，请将详细信息发给服务器管理员。'],
  badRequest: ['Clear the filters or open the screen anew. If it goes on, send the details to whoever runs the server.', '请清除筛选条件或重新打开页面。若持续出错，请将详细信息发给服务器管理员。'],
  contract: ['The server and this program are of different versions. Reload the page; if it goes on, send the details to whoever runs the server. Files opened on this machine need no server.', '服务器与本程序版本不一致。请刷新页面；若持续出错，请将详细信息发给服务器管理员。在本机打开的文件无需服务器。'],
  engine: ['Reload the page; saved datasets are still there. If it goes on, remove the dataset and open its files again.', '请刷新页面，已保存的数据集仍在。若持续出错，请删除该数据集并重新打开文件。'],
});

/** A refused write, by `SourceErrorKind`; the others read as above. */
export const refusedWriteTexts = defineTexts({
  what: ['You may not change this', '没有修改权限'],
  advice: ['Nothing was changed. Ask the person who manages the case for the right to decide here.', '未作任何修改。请向案件负责人申请决定权限。'],
});

/** By `EngineFailure['code']`. */
export const engineFailureWhat = defineTexts({
  cancelled: ['Cancelled', '已取消'],
  fileGone: ['The file changed or was removed while it was read', '读取过程中文件被修改或删除'],
  unreadable: ['The file cannot be read as it is', '文件无法按现状读取'],
  noRecords: ['No record in the file could be read', '文件中没有可读取的话单记录'],
  outOfMemory: ['There is not enough memory for this dataset', '内存不足，无法处理该数据集'],
  tooLarge: ['There is not enough room for all of these records', '空间不足，无法容纳全部记录'],
  storage: ['The browser refused to store the dataset', '浏览器拒绝存储该数据集'],
  unknownDataset: ['This dataset is not on this machine any more', '该数据集已不在本机'],
  fault: ['The scoring engine failed', '评分引擎出错'],
});

export const engineFailureAdvice = defineTexts({
  cancelled: ['Nothing was kept. Open the file again whenever you like.', '未保留任何内容。可随时重新打开文件。'],
  fileGone: ['Put the file back and open it again. Datasets opened earlier are unharmed.', '请恢复文件后重新打开。先前打开的数据集不受影响。'],
  unreadable: ['See its problems, then set the columns by hand or export it anew as CSV.', '请查看文件问题，然后手动指定列，或重新导出为 CSV。'],
  noRecords: ['Open the file again with “Check columns…” ticked, and set which column is what and how its dates are written.', '请勾选“检查列对应…”后重新打开文件，并指定各列含义和日期写法。'],
  outOfMemory: ['Close other tabs, or open fewer files at once.', '请关闭其他标签页，或减少一次打开的文件。'],
  tooLarge: ['Free some disk space, remove datasets, leave private browsing, or read a part.', '请清理磁盘空间、删除数据集、退出无痕模式，或只读取一部分。'],
  storage: ['It works until the tab is closed. To keep it, free some disk space or remove other datasets, then try again; private windows may store nothing.', '关闭标签页之前仍可使用。如需保存，请清理磁盘空间或删除其他数据集后重试；无痕窗口可能无法存储。'],
  unknownDataset: ['Choose another source, or open its files again.', '请选择其他数据来源，或重新打开文件。'],
  fault: ['Reload the page and try again. If it goes on, send the details with the first lines of the file.', '请刷新页面后重试。若持续出错，请附上详细信息和文件前几行反馈。'],
});

/** Whatever no code stands for: a fault of the program itself. */
export const faultTexts = defineTexts({
  what: ['This part of the program failed', '程序的这一部分出错'],
  advice: ['Try again, or reload the page. If it goes on, send the details to whoever maintains the program.', '请重试或刷新页面。若持续出错，请将详细信息发给程序维护者。'],
  staleWhat: ['A part of the program could not be loaded', '程序的一部分无法加载'],
  staleAdvice: ['Reload the page: a newer version may have been put in place, or the network was lost.', '请刷新页面：可能已更新版本，或网络中断。'],
});
