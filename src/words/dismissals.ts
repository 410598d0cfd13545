/**
 * Why a number is dismissed: the usual reasons, the known innocents with the same look first. A decision stores the words
 * that the analyst saw, so that they read anywhere; a usual reason is shown in the language of whoever looks.
 */
import { defineTexts, textsIn } from './language.tsx';
import type { Language } from './language.tsx';

const dismissalReasons = defineTexts({
  courier: ['Courier', '快递员'],
  callCentre: ['Call centre', '客服中心'],
  rideHailing: ['Ride-hailing driver', '网约车司机'],
  clinic: ['Clinic', '诊所'],
  ownStaff: ['Own staff', '本单位人员'],
  wrongData: ['Wrong data', '数据有误'],
});

/** A stored reason as a person reads it. */
export function dismissalText(reason: string, language: Language): string {
  const usual = Object.values(dismissalReasons).find((words) => words.some((word) => word === reason));
  return usual === undefined ? reason : usual[language === 'en' ? 0 : 1];
}

/** All usual reasons in one language, in their order. */
export function usualDismissals(language: Language): readonly string[] {
  return Object.values(textsIn(dismissalReasons, language));
}
