import { Checkbox, NativeSelect } from '@mantine/core';
import { useSetting } from '../../state/setting.ts';
import { useFormat } from '../../words/format.ts';
import { useTexts } from '../../words/language.tsx';
import classes from './OpenControl.module.css';
import { datasetsTexts } from './datasetsTexts.ts';
import type { OpenChoices } from './openings.ts';

/** 0–1; scores are stated at 1 % unless the user says otherwise. */
const baseRates = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1] as const;
const usualBaseRate = 0.01;

/** What the user chose for the next files; remembered. */
export function useOpenChoices() {
  const [check, setCheck] = useSetting('checkColumns');
  const [rate, setRate] = useSetting('baseRate');
  const choices: OpenChoices = { checkColumns: check === 'yes', baseRate: baseRates.find((known) => String(known) === rate) ?? usualBaseRate };
  return { choices, setCheckColumns: (isOn: boolean) => setCheck(isOn ? 'yes' : 'no'), setBaseRate: (next: string) => setRate(next) };
}

/** The button that opens files, and what holds for the files it opens. */
export function OpenControl({ onFiles, control: { choices, setCheckColumns, setBaseRate } }: {
  onFiles: (files: readonly File[]) => void;
  control: ReturnType<typeof useOpenChoices>;
}) {
  const t = useTexts(datasetsTexts);
  const f = useFormat();
  return (
    <>
      <label className={classes.button}>
        {t.openFiles}
        <input
          type="file"
          multiple
          className={classes.input}
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])];
            // So that choosing the same file again is a change.
            event.currentTarget.value = '';
            if (files.length > 0) onFiles(files);
          }}
        />
      </label>
      <span className={classes.hint}>{t.drop}</span>
      <Checkbox label={t.check} title={t.checkHelp} checked={choices.checkColumns} onChange={(event) => setCheckColumns(event.currentTarget.checked)} />
      <NativeSelect
        className={classes.rate}
        label={t.baseRate}
        title={t.baseRateHelp}
        data={baseRates.map((rate) => ({ value: String(rate), label: f.share(rate) }))}
        value={String(choices.baseRate)}
        onChange={(event) => setBaseRate(event.currentTarget.value)}
      />
    </>
  );
}
