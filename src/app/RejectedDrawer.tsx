import { use } from 'react';
import { RejectedRows } from '../screens/datasets/RejectedRows.tsx';
import { CaseContext } from '../sources/useCase.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { defineTexts, useTexts } from '../words/language.tsx';

const texts = defineTexts({ title: ['Rejected rows', '被拒绝的行'] });

/** The rejected rows of the source that the screens look at. */
export function RejectedDrawer({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useTexts(texts);
  const source = use(CaseContext);
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t.title} place="lower">
      {source !== null && <RejectedRows key={source.key} title={t.title} queryKey={[source.key, 'rejected']} ask={(page, signal) => source.rejected(page, signal)} />}
    </Dialog>
  );
}
