import type { KindDeclaration } from './kindDeclaration.ts';

/** 内部操作: what an operator's employee did, and on what. */
export const accessLog: KindDeclaration = {
  kind: 'accessLog',
  needs: [['employee'], ['action'], ['time', 'date']],
  signs: ['employee'],
  fields: [
    {
      field: 'employee', as: 'text', isRequired: true,
      names: ['employee', 'employee id', 'employee no', 'employee number', 'employee name', 'staff', 'staff id', 'staff no', 'worker', 'worker id', 'operator id', 'operator account', 'user', 'user id', 'username', 'user name', 'login', 'login name', 'account', 'actor', 'performed by', 'done by', 'emp', 'emp id', 'who', 'operator', 'operator name', 'main account', 'master account',
        '员工', '员工号', '员工编号', '员工工号', '员工姓名', '工号', '操作员', '操作员工号', '操作人', '操作人员', '操作工号', '操作账号', '登录账号', '登录名', '用户名', '账号', '人员', '经办人', '执行人', '主账号', '操作人姓名', '操作者', '操作用户', '登录用户', '用户账号', '从账号', '用户'],
    },
    {
      field: 'action', as: 'text', isRequired: true,
      names: ['action', 'operation', 'operation type', 'event', 'event type', 'activity', 'command', 'verb', 'type', 'what', 'function', 'action type', 'request', 'method', '操作', '操作类型', '操作内容', '动作', '行为', '事件', '事件类型', '指令', '命令', '操作名称', '业务操作', '操作行为', '功能'],
    },
    {
      field: 'target', as: 'text',
      names: ['target', 'object', 'target object', 'resource', 'target id', 'target number', 'on', 'subject', 'record', 'entity', 'details', 'detail', 'number', 'msisdn', 'contract', 'affected', 'parameter', 'parameters', 'path', '对象', '操作对象', '目标', '目标号码', '目标对象', '被操作对象', '资源', '被操作号码', '涉及号码', '操作号码', '号码', '合同', '参数', '详情', '内容', '业务对象', '客体', '操作内容', '操作详情', '命令内容'],
    },
    { field: 'host', as: 'text', names: ['host', 'host name', 'hostname', 'server', 'system', 'machine', 'device', 'node', 'application', 'app', 'interface', 'platform', 'service', 'target host', 'target system', 'server ip', 'destination host', '主机', '主机名', '服务器', '系统', '设备', '机器', '平台', '接口', '系统名称', '目标主机', '目标系统', '业务系统', '目标资源', '资源名称', '目标设备', '应用', '应用系统', '服务'] },
    {
      field: 'time', as: 'time', isRequired: true,
      names: ['time', 'timestamp', 'datetime', 'date time', 'operation time', 'action time', 'event time', 'log time', 'at', 'when', 'occurred at', 'performed at', 'start time', 'login time', 'access time', 'created at', 'ts', '时间', '操作时间', '日志时间', '发生时间', '事件时间', '登录时间', '访问时间', '执行时间', '记录时间', '开始时间', '日期时间'],
    },
    { field: 'date', as: 'other', names: ['date', 'operation date', 'day', '日期', '操作日期'] },
    { field: 'terminal', as: 'text', names: ['terminal', 'terminal id', 'workstation', 'ip', 'ip address', 'source ip', 'client ip', 'client', 'login ip', 'from ip', 'src ip', 'source host', '终端', '终端号', '终端ip', 'ip地址', '源ip', '客户端ip', '登录ip', '来源ip', '工作站', '客户端', '操作ip', '操作终端'] },
    { field: 'result', as: 'text', names: ['result', 'status', 'outcome', 'success', 'response', '结果', '操作结果', '状态', '是否成功', '执行结果'] },
    { field: 'operator', as: 'text', names: ['carrier', 'company', 'telecom operator', 'mno', 'network operator', '运营商', '所属运营商', '单位', '所属单位', '部门', 'department'] },
  ],
};
