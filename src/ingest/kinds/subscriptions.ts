import type { KindDeclaration } from './kindDeclaration.ts';
import { combine, numberNames } from './kindDeclaration.ts';

/** 开户: a card and who registered it, as an operator's registration system or a police reply gives it. */
export const subscriptions: KindDeclaration = {
  kind: 'subscriptions',
  needs: [['number']],
  signs: ['document', 'outlet', 'agent', 'activated', 'contract', 'staff', 'holder'],
  fields: [
    { field: 'number', as: 'number', isRequired: true, names: numberNames },
    { field: 'imsi', as: 'code', names: ['imsi', 'iccid', 'sim', 'sim card', 'sim number', 'sim serial', 'card', 'card number', 'sim id', 'icc id', 'sim卡号', 'sim卡', '卡号', 'imsi号', 'iccid号', '卡串号', 'uim卡号', 'usim卡号'] },
    {
      field: 'document', as: 'code',
      names: [
        ...combine(['id', 'document', 'id document', 'id card', 'identity', 'identity document', 'identity card', 'passport', 'national id', 'certificate', 'id no', 'id number', 'id card number', 'document number', 'document no', 'nid', 'holder id', 'owner id', 'registrant id', 'kyc id', 'customer id'], ['', ' hash', ' sha256', ' digest']),
        'id doc hash', 'id doc', 'document id', 'doc hash', 'id hash', 'hashed id', 'id_sha256', 'national id number', 'id card no', 'identity number', 'identity no', 'identity hash', 'document id hash', 'id document number', 'registrant document', 'registered id',
        ...combine(['证件', '证件号', '证件号码', '身份证', '身份证号', '身份证号码', '证件编号', '开户证件', '开户证件号码', '机主证件', '机主证件号码', '机主身份证', '用户证件', '用户证件号码', '身份证件', '身份证件号', '登记证件', '实名证件', '实名证件号'], ['', '哈希', 'hash', '摘要', '散列', '(哈希)', '哈希值']),
      ],
    },
    {
      field: 'holder', as: 'text',
      names: ['holder', 'holder name', 'name', 'customer name', 'customer', 'subscriber name', 'owner', 'owner name', 'registrant', 'registrant name', 'registered to', 'registered owner', 'full name', 'user name', 'account holder',
        '姓名', '机主', '机主姓名', '客户姓名', '客户名称', '用户姓名', '用户名称', '开户人', '开户姓名', '开户人姓名', '登记人', '户主', '客户', '实名姓名', '使用人', '单位名称'],
    },
    {
      field: 'outlet', as: 'text',
      names: ['outlet', 'outlet id', 'outlet name', 'outlet code', 'outlet/agent', 'store', 'store id', 'store name', 'shop', 'shop id', 'shop name', 'branch', 'point of sale', 'pos', 'pos id', 'pos name', 'pos code', 'sales point', 'sales outlet', 'dealer', 'dealer id', 'dealer code', 'dealer name', 'retailer', 'retailer id', 'sold at', 'sales channel', 'channel', 'channel id', 'channel code', 'channel name', 'registration point', 'activation outlet', 'activated at outlet', 'service hall',
        '网点', '网点名称', '网点编码', '网点编号', '网点代码', '开户网点', '入网网点', '办理网点', '受理网点', '营业厅', '营业网点', '营业部', '门店', '渠道', '渠道名称', '渠道编码', '发展渠道', '开户渠道', '受理渠道', '入网渠道', '销售渠道', '网点/代理商', '网点/代理', '代理点', '销售点', '开户地点', '开户营业厅', '办理营业厅', '受理部门'],
    },
    {
      field: 'agent', as: 'text',
      names: ['agent', 'agent id', 'agent name', 'agent code', 'number merchant', 'merchant', 'merchant id', 'distributor', 'distributor id', 'reseller', 'agency', 'dealer group', 'wholesaler', 'bulk buyer', '代理商', '代理商名称', '代理商编码', '代理商编号', '代理', '代理人', '号商', '经销商', '分销商', '发展人', '发展商', '合作商', '代办人', '经办代理', '中间商', '渠道商', '渠道名称', '渠道', '渠道编码', '发展渠道', '开户渠道', '销售渠道', 'channel', 'channel name', 'channel id', 'dealer', 'dealer id', 'dealer name'],
    },
    {
      field: 'staff', as: 'text',
      names: ['staff', 'staff id', 'clerk', 'clerk id', 'employee', 'employee id', 'operator id', 'operator staff', 'registered by', 'activated by', 'handled by', 'teller', 'teller id', 'user id of clerk', 'salesperson', 'registrar',
        '工号', '操作工号', '受理工号', '经办工号', '经办人', '受理人', '操作员', '操作员工号', '营业员', '营业员工号', '业务员', '办理工号', '开户工号', '开户员工', '员工工号', '发展员工'],
    },
    {
      field: 'operator', as: 'text',
      names: ['operator', 'carrier', 'network', 'network operator', 'provider', 'telecom operator', 'mno', 'mvno', 'service provider', 'home network', 'company', '运营商', '归属运营商', '所属运营商', '通信运营商', '运营商名称', '电信运营商', '网络', '品牌', '运营企业', '基础运营商'],
    },
    {
      field: 'activated', as: 'time',
      names: ['activated', 'activated at', 'activated on', 'activation', 'activation date', 'activation time', 'activation datetime', 'activate date', 'activate time', 'registered', 'registered at', 'registered on', 'registration date', 'registration time', 'open date', 'opened', 'opened at', 'open time', 'opening date', 'created', 'created at', 'start date', 'start', 'date', 'subscribed', 'subscription date', 'subscription start', 'date of activation', 'date of registration', 'connect date', 'in service since', 'effective date', 'since', 'kyc date', 'join date',
        '开户时间', '开户日期', '入网时间', '入网日期', '激活时间', '激活日期', '开通时间', '开通日期', '登记时间', '登记日期', '注册时间', '注册日期', '办理时间', '办理日期', '受理时间', '受理日期', '生效时间', '生效日期', '启用时间', '启用日期', '首次激活时间', '创建时间', '时间', '日期', '首话时间'],
    },
    {
      field: 'closed', as: 'time',
      names: ['closed', 'closed at', 'closing date', 'deactivated', 'deactivated at', 'deactivation date', 'deactivation time', 'end date', 'terminated', 'terminated at', 'termination date', 'cancelled', 'cancelled at', 'cancellation date', 'disconnect date', 'blocked at', 'block date', 'suspended at', 'churn date',
        '销户时间', '销户日期', '注销时间', '注销日期', '停机时间', '停机日期', '离网时间', '离网日期', '拆机时间', '关停时间', '关停日期', '失效时间', '失效日期', '封停时间', '结束时间'],
    },
    { field: 'status', as: 'text', names: ['status', 'state', 'subscription status', 'card status', 'line status', 'number status', 'service status', 'sim status', '状态', '用户状态', '号码状态', '卡状态', '当前状态', '使用状态', '业务状态', '停开机状态', '在网状态'] },
    {
      field: 'contract', as: 'code',
      names: ['contract', 'contract id', 'contract no', 'contract number', 'pool', 'pool id', 'pool contract', 'pool/contract', 'number pool', 'pool no', 'batch', 'batch id', 'block', 'number block', 'agreement', 'group id', 'enterprise contract', 'pool name',
        '合同', '合同号', '合同编号', '合同编码', '号段合同', '号段合同号', '号池', '号池编号', '号池合同', '号段', '批次', '批次号', '所属号段', '集团合同', '集团编号', '协议编号', '号池/合同', '所属合同', '所属号池'],
    },
    { field: 'place', as: 'text', names: ['place', 'city', 'region', 'province', 'location', 'area', 'home location', 'address', 'registration place', 'outlet city', '归属地', '归属地市', '号码归属地', '开户地', '开户地市', '入网地', '城市', '地市', '地区', '省份', '省', '地址', '住址', '区域'] },
  ],
};
