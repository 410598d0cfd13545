import type { KindDeclaration } from './kindDeclaration.ts';

/** 打击行动: what the police or a government did, when and where. */
export const interventions: KindDeclaration = {
  kind: 'interventions',
  needs: [['date'], ['type', 'note']],
  signs: ['type', 'scope'],
  fields: [
    {
      field: 'date', as: 'time', isRequired: true,
      names: ['date', 'day', 'when', 'time', 'start', 'start date', 'start time', 'began', 'datetime', 'occurred', 'intervention date', 'action date', 'operation date', 'event date', 'effective date', '日期', '时间', '行动日期', '行动时间', '实施日期', '实施时间', '开始日期', '开始时间', '打击日期', '打击时间', '发生日期', '执行日期', '执行时间'],
    },
    {
      field: 'type', as: 'text',
      names: ['kind', 'type', 'intervention', 'intervention type', 'intervention kind', 'action', 'measure', 'operation type', 'action type', 'event', 'category', 'what', '类型', '行动类型', '打击类型', '打击行动', '措施', '行动', '方式', '手段', '类别', '打击方式', '行动名称', '措施类型'],
    },
    { field: 'place', as: 'text', names: ['place', 'location', 'where', 'area', 'region', 'city', 'country', 'site', 'target area', 'compound', '地点', '地区', '区域', '地方', '城市', '园区', '国家', '行动地点', '打击地点', '所在地', '位置', '目标地区', '涉及地区'] },
    { field: 'scope', as: 'text', names: ['scope', 'extent', 'target', 'coverage', 'affected', 'scale', 'numbers affected', 'range', 'operator', 'quantity', '范围', '规模', '对象', '影响范围', '涉及范围', '打击范围', '数量', '目标', '打击对象', '涉及运营商'] },
    { field: 'note', as: 'text', names: ['note', 'notes', 'remark', 'remarks', 'description', 'details', 'comment', 'name', 'title', '备注', '说明', '描述', '详情', '内容', '名称'] },
  ],
};
