import { showToast } from '../../ui/toasts.ts';
import { defineTexts, useTexts } from '../../words/language.tsx';

const texts = defineTexts({
  copied: [(number: string) => `${number} copied.`, (number: string) => `已复制 ${number}。`],
  refused: ['The browser refused the clipboard.', '浏览器拒绝访问剪贴板。'],
});

/** Copies a number as the files have it, without the spaces it is shown with. */
export function useCopyNumber(): (number: string) => void {
  const t = useTexts(texts);
  return (number) => {
    navigator.clipboard.writeText(number).then(
      () => showToast({ text: t.copied(number) }),
      () => showToast({ kind: 'error', text: t.refused }),
    );
  };
}
