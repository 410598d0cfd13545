import type { RejectedRow } from '../../analysis/answers.ts';
import type { DatasetInfo } from '../../engine/protocol.ts';
import { useEngine } from '../../sources/useEngine.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { datasetTitle } from '../../words/datasetTitle.ts';
import { defineTexts, useLanguage, useTexts } from '../../words/language.tsx';
import { RejectedRows } from './RejectedRows.tsx';

const texts = defineTexts({ title: [(name: string) => `Rejected rows of ${name}`, (name: string) => `${name} 中被拒绝的行`] });

/** The rejected rows of any dataset in the list, whichever source the other screens look at. */
export function RejectedOfDataset({ dataset, onClose }: { dataset: DatasetInfo; onClose: () => void }) {
  const t = useTexts(texts);
  const engine = useEngine();
  const title = t.title(datasetTitle(dataset, useLanguage()));
  return (
    <Dialog isOpen onClose={onClose} title={title} place="lower">
      <RejectedRows
        title={title}
        queryKey={[`local:${dataset.id}`, 'rejected']}
        ask={(page, signal) => engine.ask<{ readonly total: number; readonly rows: readonly RejectedRow[] }>(dataset.id, { ask: 'rejected', page }, null, signal)}
      />
    </Dialog>
  );
}
