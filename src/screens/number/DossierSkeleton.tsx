import { VisuallyHidden } from '@mantine/core';
import { defineTexts, useTexts } from '../../words/language.tsx';
import body from './NumberScreen.module.css';
import section from './Section.module.css';

const texts = defineTexts({ loading: ['Opening the dossier…', '正在打开号码档案…'] });

/** Heights of the dossier's parts, px, as they usually come out; the first row is the reasons and the findings. */
const partsPx = [480, 480, 284, 284];

/** The dossier's places, empty, so that nothing moves when it arrives. */
export function DossierSkeleton() {
  const t = useTexts(texts);
  return (
    <div aria-busy>
      <VisuallyHidden component="output">{t.loading}</VisuallyHidden>
      <div className={body.facts}>
        <Place heightPx={44} width="70%" />
      </div>
      <div className={body.body}>
        <div className={body.grid}>
          {partsPx.map((heightPx, i) => (
            // oxlint-disable-next-line react/no-array-index-key -- fixed places
            <div key={i} className={section.section} style={{ minHeight: heightPx }}>
              <Place heightPx={20} width={180} />
              <Place heightPx={heightPx - 72} width="100%" />
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

function Place({ heightPx, width }: { heightPx: number; width: number | string }) {
  return <div className={section.place} style={{ height: heightPx, width }} />;
}
