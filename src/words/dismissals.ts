/**
 * Why a number is dismissed. What is stored with the decision is the code of a preset, so that it reads in the language
 * of whoever looks, or the analyst's own words.
 */
import { defineTexts, textsIn } from './language.tsx';
import type { Language } from './language.tsx';

export const dismissalReasons = ['courier', 'callCentre', 'ownStaff', 'wrongData'] as const;
export type DismissalReason = (typeof dismissalReasons)[number];

const texts = defineTexts({
  courier: ['Courier', '快递员'],
  callCentre: ['Call centre', '呼叫中心'],
  ownStaff: ['Own staff', '内部人员'],
  wrongData: ['Wrong data', '数据有误'],
});

/** A decision's reason as a person reads it. */
export function dismissalText(reason: string, language: Language): string {
  const preset = dismissalReasons.find((code) => code === reason);
  return preset === undefined ? reason : textsIn(texts, language)[preset];
}
