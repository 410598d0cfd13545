import { CloseButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFormat } from '../../words/format.ts';
import { useTexts } from '../../words/language.tsx';
import type { GraphPair, Traffic } from '../../views/linkGraph/linkGraphModel.ts';
import classes from './NetworkScreen.module.css';
import { networkTexts } from './networkTexts.ts';

/** The chosen link: what each side did, over what time, and the way to the records. */
export function LinkPanel({ pair, label, records, onClose }: { pair: GraphPair; label: (number: string) => string; records: ReactNode; onClose: () => void }) {
  const t = useTexts(networkTexts);
  const format = useFormat();
  const a = label(pair.a);
  const b = label(pair.b);
  const time = (at: string | null) => (at === null ? t.noTime : format.time(at));
  return (
    <section className={classes.link} aria-label={t.link}>
      {pair.tie !== null ? <span>{[label(pair.numbers[0]), label(pair.numbers[1])].join(' – ')} · {t.tieRecords(pair.records, format.count(pair.records))}</span> : <dl>
        <div>
          <dt>{t.there(a, b)}</dt>
          <dd><Amount traffic={pair.fromA} /></dd>
        </div>
        <div>
          <dt>{t.there(b, a)}</dt>
          <dd><Amount traffic={pair.fromB} /></dd>
        </div>
      </dl>}
      <span>
        {pair.first === null ? t.noTime : `${time(pair.first)} – ${time(pair.last)}`}
        <br />
        {records}
      </span>
      <CloseButton size="sm" aria-label={t.closeLink} onClick={onClose} />
    </section>
  );
}

function Amount({ traffic }: { traffic: Traffic }) {
  const t = useTexts(networkTexts);
  const format = useFormat();
  const parts = [
    traffic.calls > 0 ? t.calls(traffic.calls, format.count(traffic.calls)) : '',
    traffic.calls > 0 ? format.duration(traffic.seconds) : '',
    traffic.texts > 0 ? t.texts(traffic.texts, format.count(traffic.texts)) : '',
  ].filter(Boolean);
  return <>{parts.length === 0 ? t.never : parts.join(' · ')}</>;
}
