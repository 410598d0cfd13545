/**
 * Words for everything that can go wrong: what happened, then what to do next. Keys are the codes of the rooms they come
 * from (`SourceErrorKind`, `EngineFailure`, `FileProblem`, `RejectionReason`), so looking one up by its code is checked
 * by the compiler.
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
  contract: ['The server and this program are of different versions. Reload the page; if it goes on, send the details to whoever runs the server.', '服务器与本程序版本不一致。请刷新页面；若持续出错，请将详细信息发给服务器管理员。'],
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
  noRecords: ['Check the mapping of the columns and the date format; the rejected rows say why each was left out.', '请检查列对应关系和日期格式；被拒绝的行会说明原因。'],
  outOfMemory: ['Close other tabs, or open fewer files at once.', '请关闭其他标签页，或减少一次打开的文件。'],
  tooLarge: ['Free some disk space, remove datasets, leave private browsing, or read a part.', '请清理磁盘空间、删除数据集、退出无痕模式，或只读取一部分。'],
  storage: ['It works until the tab is closed. To keep it, free some disk space or remove other datasets, then try again; private windows may store nothing.', '关闭标签页之前仍可使用。如需保存，请清理磁盘空间或删除其他数据集后重试；无痕窗口可能无法存储。'],
  unknownDataset: ['Choose another source, or open its files again.', '请选择其他数据来源，或重新打开文件。'],
  fault: ['Reload the page and try again. If it goes on, send the details with the first lines of the file.', '请刷新页面后重试。若持续出错，请附上详细信息和文件前几行反馈。'],
});

/** By `FileProblem['code']`; each is given what the problem is about and the line, 0 for the whole file. */
export const fileProblemWhat = defineTexts({
  empty: ['The file is empty', '文件为空'],
  binary: ['The file is not text', '文件不是文本'],
  headerOnly: ['The file has a header and no rows', '文件只有表头，没有数据行'],
  noHeader: ['No header row was found', '未找到表头行'],
  columnMissing: ['A needed column is missing', '缺少必需的列'],
  noRecordsFound: ['No row looks like a call record', '没有看起来像话单的行'],
  unsupportedFormat: ['This file format is not supported', '不支持该文件格式'],
  dateOrderUnclear: ['Day and month cannot be told apart', '无法区分日和月'],
  codesUnclear: ['The direction is written in codes, whose meaning is assumed', '呼叫方向以代码表示，其含义为推定'],
  lineTooLong: ['A line is too long to be a record', '有一行过长，不可能是话单'],
  wrongEncoding: ['The text does not fit its encoding', '文本与编码不符'],
  truncated: ['The file breaks off before its end', '文件不完整，提前结束'],
  damaged: ['Part of the file is damaged', '文件部分损坏'],
  trailingData: ['Something else follows behind the packed data', '压缩数据之后还有其他内容'],
  expandsTooMuch: ['The file unpacks to far more than call records would', '文件解压后远大于正常话单'],
  packedTooDeep: ['The file is packed within packed files too often', '文件压缩嵌套层数过多'],
  tooLarge: ['The file needs more memory than there is for one file', '文件所需内存超过单个文件上限'],
  encrypted: ['The file is protected with a password', '文件受密码保护'],
  codecUnknown: ['The file is compressed in a way that is not supported', '不支持该文件的压缩方式'],
  rowsLost: ['Some rows of the file could not be unpacked', '文件中部分行无法解压'],
  tablesLeftOut: ['Some tables of the file are not read', '文件中部分工作表未读取'],
  noTable: ['No table of the file is recognised as call records', '文件中没有可识别为话单的工作表'],
});

export const fileProblemAdvice = defineTexts({
  empty: ['Export it again, or choose another file.', '请重新导出，或选择其他文件。'],
  binary: ['Export the records as CSV or TSV and open that.', '请将话单导出为 CSV 或 TSV 后打开。'],
  headerOnly: ['Export it again with its rows, or choose another file.', '请连同数据行重新导出，或选择其他文件。'],
  noHeader: ['Set by hand which column is what.', '请手动指定各列的含义。'],
  columnMissing: ['Set by hand which column it is, or export the file with it.', '请手动指定该列，或导出包含该列的文件。'],
  noRecordsFound: ['Check that this is a file of call records, then set the columns by hand.', '请确认这是话单文件，然后手动指定各列。'],
  unsupportedFormat: ['Export the records as CSV or TSV and open that.', '请将话单导出为 CSV 或 TSV 后打开。'],
  dateOrderUnclear: ['Say which comes first, day or month.', '请指定日和月哪个在前。'],
  codesUnclear: ['If it is not so, say what each code means.', '如不符，请指定各代码的含义。'],
  lineTooLong: ['The line is left out. Check the line ends and quotes around it.', '该行将被略过。请检查附近的换行符和引号。'],
  truncated: ['What could be read is kept. Copy or export the file again to have the rest.', '已保留可读取的部分。请重新复制或导出文件以获取其余内容。'],
  damaged: ['What could be read is kept. Copy or export the file again to have the rest.', '已保留可读取的部分。请重新复制或导出文件以获取其余内容。'],
  trailingData: ['The records before it are kept. Check that the file was copied whole.', '已保留之前的记录。请检查文件是否完整复制。'],
  expandsTooMuch: ['Reading stopped there, and what was read is kept. Check where the file comes from.', '读取已在此停止，已读部分保留。请核实文件来源。'],
  packedTooDeep: ['Unpack it and open the files inside.', '请解压后打开其中的文件。'],
  tooLarge: ['Export it in several files, or as CSV.', '请分成多个文件导出，或导出为 CSV。'],
  encrypted: ['Open it with its password, save it without, and open that.', '请用密码打开后另存为无密码文件，再打开。'],
  codecUnknown: ['Write it again with Snappy, gzip or Zstandard, or as CSV.', '请改用 Snappy、gzip 或 Zstandard 压缩，或导出为 CSV。'],
  rowsLost: ['The other rows are kept. Copy or export the file again to have them all.', '其余行已保留。请重新复制或导出文件以获取全部内容。'],
  tablesLeftOut: ['If they hold call records, open the file again with its columns checked, and tick them.', '如含话单，请勾选“检查列对应”后重新打开文件并勾选它们。'],
  noTable: ['Tick a table and set by hand which column is what.', '请勾选一个工作表并手动指定各列的含义。'],
  wrongEncoding: ['Characters that do not fit are shown as �. Save the file as UTF-8 if names or places matter.', '不符的字符显示为 �。如需姓名或地点，请将文件另存为 UTF-8。'],
});

/** By `RejectionReason`. */
export const rejectionWhy = defineTexts({
  numberMissing: ['No number', '缺少号码'],
  timeMissing: ['No time', '缺少时间'],
  timeUnreadable: ['Time cannot be read', '时间无法识别'],
  timeBefore1990: ['Time before 1990', '时间早于 1990 年'],
  durationUnreadable: ['Duration cannot be read', '时长无法识别'],
  durationNegative: ['Duration below zero', '时长为负'],
  directionUnreadable: ['Direction cannot be read', '呼叫方向无法识别'],
  columnsMissing: ['Too few columns', '列数不足'],
  lineTooLong: ['Line too long', '行过长'],
  numberRounded: ['Number rounded by a spreadsheet', '号码被电子表格四舍五入'],
  rowCut: ['Row cut off', '行不完整'],
  valueMissing: ['A needed value is missing', '缺少必需的内容'],
  amountUnreadable: ['Amount cannot be read', '金额无法识别'],
  rangeUnreadable: ['Number range cannot be read', '号段无法识别'],
  positionUnreadable: ['Coordinates cannot be read', '坐标无法识别'],
});

/** Whatever no code stands for: a fault of the program itself. */
export const faultTexts = defineTexts({
  what: ['This part of the program failed', '程序的这一部分出错'],
  advice: ['Try again, or reload the page. If it goes on, send the details to whoever maintains the program.', '请重试或刷新页面。若持续出错，请将详细信息发给程序维护者。'],
  staleWhat: ['A part of the program could not be loaded', '程序的一部分无法加载'],
  staleAdvice: ['Reload the page: a newer version may have been put in place, or the network was lost.', '请刷新页面：可能已更新版本，或网络中断。'],
});
