import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Dossier } from '../../analysis/answers.ts';
import { DeviceBars } from '../../views/deviceBars/DeviceBars.tsx';
import table from '../../views/recordsTable/dataTable.module.css';
import { useFormat } from '../../words/format.ts';
import { glossary } from '../../words/glossary.ts';
import { defineTexts, useTexts } from '../../words/language.tsx';
import type { NumberSearch, NumberSearchPatch } from './numberSearch.ts';
import { Section } from './Section.tsx';
import { SeeRecords } from './SeeRecords.tsx';

const texts = defineTexts({
  devices: [(count: string) => `Devices: ${count}`, (count: string) => `设备：${count} 台`],
  noDevices: ['The records name no IMEI for this number. Open a file that has the column to see its devices.', '话单中没有该号码的 IMEI。请打开含 IMEI 列的文件以查看设备。'],
  cells: [(count: string) => `Cells: ${count}`, (count: string) => `基站小区：${count} 个`],
  noCells: ['The records name no cell for this number. Open a file that has the column to see where it was.', '话单中没有该号码的基站小区。请打开含基站列的文件以查看位置。'],
  table: ['Cells', '基站小区'],
  records: ['Records', '记录'],
  nights: ['Nights', '夜晚数'],
  span: ['First and last', '首末次'],
  filter: [(cell: string) => `Show the records at ${cell}`, (cell: string) => `查看在 ${cell} 的话单记录`],
  all: [(count: string) => `All ${count} cells`, (count: string) => `全部 ${count} 个基站小区`],
  fewer: ['Fewer', '收起'],
});

/** Cells shown before one asks for all. */
const SHOWN = 10;

interface PlacesProps {
  readonly dossier: Dossier;
  readonly search: NumberSearch;
  readonly onFilter: (patch: NumberSearchPatch) => void;
}

/** In which devices the number was used, over time. */
export function DevicesSection({ dossier, span, search, onFilter }: PlacesProps & { readonly span: { readonly from: string; readonly to: string } }) {
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

/** At which cells the number was seen, and on how many nights. */
export function CellsSection({ dossier, search, onFilter }: PlacesProps) {
  const t = useTexts(texts);
  const g = useTexts(glossary);
  const format = useFormat();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? dossier.cells : dossier.cells.slice(0, SHOWN);
  return (
    <Section part="cells" aside={<SeeRecords isOn={search.cell !== undefined} />} title={t.cells(format.count(dossier.cells.length))} {...(dossier.cells.length === 0 ? { note: t.noCells } : {})}>
      {dossier.cells.length > 0 && (
        <table className={table.table} aria-label={t.table}>
          <thead>
            <tr>
              <th scope="col">{g.cell}</th>
              <th scope="col" className={table.right}>{t.records}</th>
              <th scope="col" className={table.right}>{t.nights}</th>
              <th scope="col" className={table.grow}>{t.span}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((cell) => (
              <tr key={cell.cell}>
                <th scope="row">
                  <button
                    type="button"
                    className={`${table.press} ${table.filter}`}
                    aria-pressed={search.cell === cell.cell}
                    title={t.filter(cell.cell)}
                    onClick={() => onFilter({ cell: search.cell === cell.cell ? undefined : cell.cell })}
                  >
                    {cell.cell}
                  </button>
                </th>
                <td className={table.right}>{format.count(cell.records)}</td>
                <td className={table.right}>{format.count(cell.nights)}</td>
                <td>{format.span(cell.first, cell.last)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {dossier.cells.length > SHOWN && (
        <Button size="compact-xs" variant="subtle" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t.fewer : t.all(format.count(dossier.cells.length))}
        </Button>
      )}
    </Section>
  );
}
