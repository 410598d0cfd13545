import type { Dossier } from '../../analysis/answers.ts';
import { DeviceBars } from '../../views/deviceBars/DeviceBars.tsx';
import { useFormat } from '../../words/format.ts';
import { defineTexts, useTexts } from '../../words/language.tsx';
import type { NumberSearch, NumberSearchPatch } from './numberSearch.ts';
import { Section } from './Section.tsx';
import { SeeRecords } from './SeeRecords.tsx';

const texts = defineTexts({
  devices: [(count: string) => `Devices: ${count}`, (count: string) => `设备：${count} 台`],
  noDevices: ['The records name no IMEI for this number. Open a file that has the column to see its devices.', '话单中没有该号码的 IMEI。请打开含 IMEI 列的文件以查看设备。'],
});

/** In which devices the number was used, over time. */
export function DevicesSection({ dossier, span, search, onFilter }: {
  dossier: Dossier;
  span: { readonly from: string; readonly to: string };
  search: NumberSearch;
  onFilter: (patch: NumberSearchPatch) => void;
}) {
  const t = useTexts(texts);
  const format = useFormat();
  return (
    <Section part="devices" aside={<SeeRecords isOn={search.imei !== undefined} />} title={t.devices(format.count(dossier.devices.length))} {...(dossier.devices.length === 0 ? { note: t.noDevices } : {})}>
      {dossier.devices.length > 0 && (
        <DeviceBars devices={dossier.devices} from={span.from} to={span.to} selected={search.imei ?? null} onSelect={(imei) => onFilter({ imei: imei ?? undefined })} />
      )}
    </Section>
  );
}
