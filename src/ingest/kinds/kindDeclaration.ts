import type { RejectionReason } from '../../records/communication.ts';
import type { TableField, TableKind } from '../../records/recordKinds.ts';

/**
 * How a field's cell is read:
 *
 * | as | cell |
 * | --- | --- |
 * | number | a phone number, in any spelling |
 * | time | a time; with the kind's `date` column, a time of day |
 * | text | words, kept as they are |
 * | code | an identifier (card, hash, contract): without blanks, a long hex number in small letters |
 * | amount | money |
 * | latitude, longitude | degrees, decimal or with minutes and seconds |
 * | other | only by the kind's `compose` |
 */
export type Reading = 'number' | 'time' | 'text' | 'code' | 'amount' | 'latitude' | 'longitude' | 'other';

export interface FieldDeclaration {
  /** A column of the table, or something `compose` makes columns of. */
  readonly field: TableField;
  readonly as: Reading;
  /** A row without it is rejected. */
  readonly isRequired?: true;
  /** What the column is called, the most telling names first. */
  readonly names: readonly string[];
}

/** A row on its way into the table. */
export interface RowInMaking {
  /** Trimmed text of a field's cell; '' when the file has no such column. */
  text(field: TableField): string;
  /** Number key of text, NO_NUMBER for none. */
  number(text: string): number;
  /** What was read into a column so far; NaN, NO_NUMBER or 0 for nothing. */
  get(column: string): number;
  set(column: string, value: number): void;
  /** Puts a code into a text column. */
  setCode(column: string, text: string): void;
  /** Adds the row as it stands, and goes on with it: for lines that are several rows. */
  add(): void;
}

/** What a kind of record is and how its files are told and read. One file each in `ingest/kinds/`, and a line in `kinds.ts`. */
export interface KindDeclaration {
  readonly kind: TableKind;
  readonly fields: readonly FieldDeclaration[];
  /** A file must have a column for one field of each; named by the first where none is there. */
  readonly needs: readonly (readonly [TableField, ...TableField[]])[];
  /** Fields of which one must be there for a file to be recognised without being told: names alone like `time` tell nothing. */
  readonly signs: readonly TableField[];
  /** Makes columns of what is not one cell each; a reason rejects the row. */
  readonly compose?: (row: RowInMaking) => RejectionReason | null;
}

/** Every first word with every second. */
export function combine(firsts: readonly string[], seconds: readonly string[]): string[] {
  return firsts.flatMap((first) => seconds.map((second) => first + second));
}

/** What a column of phone numbers is called, whatever it is the number of. */
export const numberNames = [
  'number', 'phone number', 'phone', 'phone no', 'phone num', 'msisdn', 'mobile', 'mobile number', 'mobile no', 'telephone', 'telephone number', 'tel', 'tel no', 'cell number', 'cellphone', 'phonenumber',
  'subscriber number', 'user number', 'service number', 'line number', 'account phone', 'registered phone', 'registered number', 'bound phone', 'bound number', 'linked phone', 'phone hash', 'number hash', 'msisdn hash', 'subscriber', 'calling number', 'dn',
  '号码', '手机号', '手机号码', '电话', '电话号码', '用户号码', '业务号码', '服务号码', '开户号码', '入网号码', '注册手机', '注册手机号', '注册号码', '注册电话', '绑定手机', '绑定手机号', '绑定号码', '预留手机', '预留手机号', '联系电话', '联系手机',
  '联系方式', '移动电话', '主号码', '本机号码', '用户手机号', '涉案号码', '卡号码', '手机', '号码hash', '号码标识', '设备号码', '计费号码', '目标号码', '被查号码',
];
