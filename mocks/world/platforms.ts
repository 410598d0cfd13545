/** Services that one signs up for with a number: who sends their codes, and of what kind they are. All are invented. */
import type { Member } from './member.ts';

export type PlatformKind = 'finance' | 'gambling' | 'social' | 'shopping' | 'travel' | 'games' | 'video';

export interface Platform {
  readonly name: string;
  readonly kind: PlatformKind;
  /** The number its codes come from. */
  readonly sender: Member;
}

const firstWords = ['顺汇', '云鹿', '青橙', '海豚', '飞燕', '星河', '麦田', '小满', '南风', '赤兔', '逐浪', '晴空'] as const;
const kinds: readonly { readonly kind: PlatformKind; readonly word: string }[] = [
  { kind: 'finance', word: '钱包' }, { kind: 'shopping', word: '优选' }, { kind: 'social', word: '聊聊' }, { kind: 'video', word: '短视频' },
  { kind: 'travel', word: '出行' }, { kind: 'games', word: '游戏' }, { kind: 'shopping', word: '团购' }, { kind: 'gambling', word: '娱乐' },
  { kind: 'finance', word: '借呗' }, { kind: 'social', word: '交友' },
];

/** The platform that the i-th sender belongs to. */
export function platformOf(index: number, sender: Member): Platform {
  const { kind, word } = kinds[index % kinds.length]!;
  const name = firstWords[(index * 5 + Math.floor(index / 60)) % firstWords.length]! + word;
  return { name: index < 60 ? name : `${name}${Math.floor(index / 60) + 1}`, kind, sender };
}
