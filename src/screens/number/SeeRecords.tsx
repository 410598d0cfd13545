import { Button } from '@mantine/core';
import { defineTexts, useTexts } from '../../words/language.tsx';
import { goToPart } from './Section.tsx';

const texts = defineTexts({ see: ['See the filtered records', '查看筛选后的记录'] });

/** The way from where a filter was set to the records, which may be far below. Its place is kept while there is none. */
export function SeeRecords({ isOn }: { isOn: boolean }) {
  const t = useTexts(texts);
  return isOn ? (
    <Button size="compact-xs" variant="subtle" onClick={() => goToPart('records')}>
      {t.see}
    </Button>
  ) : null;
}
