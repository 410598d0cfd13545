import type { KindDeclaration } from './kindDeclaration.ts';
import { numberNames } from './kindDeclaration.ts';

/** 账号注册: an account that was made on a platform with a number. */
export const registrations: KindDeclaration = {
  kind: 'registrations',
  needs: [['number'], ['platform', 'account']],
  signs: ['platform', 'account'],
  fields: [
    { field: 'platform', as: 'text', names: ['platform', 'platform name', 'app', 'app name', 'application', 'site', 'website', 'service', 'service name', 'product', 'provider', 'company', 'system', '平台', '平台名称', '应用', '应用名称', 'app名称', '网站', '网站名称', '注册平台', '注册网站', '产品', '服务商', '软件', '软件名称', '服务', '公司'] },
    { field: 'type', as: 'text', names: ['kind', 'type', 'category', 'platform kind', 'platform type', 'platform category', 'account type', 'account kind', 'industry', 'class', 'service type', '类型', '类别', '平台类型', '平台类别', '账号类型', '行业', '分类', '种类', '业务类型', '应用类型', '所属行业'] },
    { field: 'number', as: 'number', isRequired: true, names: [...numberNames, 'registration number', 'registration phone', 'signup phone', 'verified phone', 'verification number', 'login phone', '验证手机', '验证手机号', '登录手机号', '账号手机号', '注册手机号码'] },
    { field: 'account', as: 'code', names: ['account', 'account id', 'account no', 'account number', 'account name', 'user', 'user id', 'uid', 'username', 'user name', 'nickname', 'open id', 'openid', 'handle', 'login', 'wallet', '账号', '帐号', '账户', '账号id', '用户id', '用户名', '昵称', '账号名', '账户名', '注册账号', '用户账号', '会员号', 'id'] },
    {
      field: 'time', as: 'time',
      names: ['time', 'registered', 'registered at', 'registered on', 'registration time', 'registration date', 'register time', 'register date', 'created', 'created at', 'creation time', 'signup time', 'sign up time', 'signed up at', 'timestamp', 'datetime', 'date time', 'reg time', 'reg date', 'date', 'at', 'when', '注册时间', '注册日期', '创建时间', '开通时间', '开户时间', '绑定时间', '时间', '日期', '注册日期时间', '验证时间'],
    },
    { field: 'device', as: 'code', names: ['device', 'device id', 'device fingerprint', 'fingerprint', 'imei', 'device imei', 'handset', 'device/ip', 'terminal', 'terminal id', 'hardware id', 'mac', 'mac address', 'device model', 'oaid', 'idfa', 'android id', '设备', '设备号', '设备id', '设备标识', '设备指纹', '设备串号', '终端', '终端号', '终端标识', '注册设备', '注册设备号', '机器码', '设备/ip', '手机串号'] },
    { field: 'ip', as: 'code', names: ['ip', 'ip address', 'registration ip', 'register ip', 'source ip', 'signup ip', 'reg ip', 'client ip', 'ip addr', 'ip地址', '注册ip', '注册ip地址', '来源ip', '登录ip', '客户端ip'] },
    { field: 'card', as: 'code', names: ['bank card', 'card', 'card number', 'card no', 'bound card', 'linked card', 'bank account', 'bound bank card', 'payout card', 'linked bank card', '银行卡', '银行卡号', '绑定银行卡', '绑定银行卡号', '绑卡', '提现卡', '提现卡号', '收款卡号', '银行账号', '绑定卡号', '卡号'] },
  ],
};
