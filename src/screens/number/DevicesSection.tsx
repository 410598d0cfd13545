import { useQuery } from '@tanstack/react-query';
import type { Dossier } from '../../analysis/answers.ts';
import type { CardChange, CardsInDevices } from '../../analysis/cards/cardAnswers.ts';
import { caseQueries, useCase } from '../../sources/useCase.tsx';
import { useWindow } from '../../state/search.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { DeviceBars } from '../../views/deviceBars/DeviceBars.tsx';
import table from '../../views/recordsTable/dataTable.module.css';
import { NOTHING, useFormat } from '../../words/format.ts';
import { defineTexts, useTexts } from '../../words/language.tsx';
import classes from './DevicesSection.module.css';
import { NumberLink } from './NumberLink.tsx';
import type { NumberSearch, NumberSearchPatch } from './numberSearch.ts';
import { Section } from './Section.tsx';
import { SeeRecords } from './SeeRecords.tsx';

const texts = defineTexts({
  devices: [(count: string) => `Devices: ${count}`, (count: string) => `设备：${count} 台`],
  andCards: [(devices: string, cards: string) => `Devices: ${devices}, cards: ${cards}`, (devices: string, cards: string) => `设备：${devices} 台，卡：${cards} 张`],
  noDevices: ['The records name no IMEI for this number. Open a file that has the column to see its devices.', '话单中没有该号码的 IMEI。请打开含 IMEI 列的文件以查看设备。'],
  changes: [(count: string) => `Changes of card or device: ${count}`, (count: string) => `换卡、换机：${count} 次`],
  shown: [(shown: string, of: string) => `The first ${shown} of ${of}.`, (shown: string, of: string) => `共 ${of} 次，显示前 ${shown} 次。`],
  at: ['First record after it', '之后的首条记录'],
  kind: ['What changed', '变化'],
  card: ['card, in the same device (SIM swap)', '同机换卡'],
  device: ['device, with the same card', '同卡换机'],
  both: ['card and device', '换卡且换机'],
  from: ['From', '之前'],
  to: ['To', '之后'],
});

/** In which devices the number was used with which cards, over time, and who else's cards were in them. */
export function DevicesSection({ dossier, span, search, onFilter }: {
  dossier: Dossier;
  span: { readonly from: string; readonly to: string };
  search: NumberSearch;
  onFilter: (patch: NumberSearchPatch) => void;
}) {
  const t = useTexts(texts);
  const format = useFormat();
  const { window } = useWindow();
  const { data: cards, error, refetch } = useQuery(caseQueries.cards(useCase(), dossier.number, window));
  const count = format.count(dossier.devices.length);
  return (
    <Section
      part="devices"
      isWide
      aside={<SeeRecords isOn={search.imei !== undefined} />}
      title={cards === undefined || cards.imsiCount === 0 ? t.devices(count) : t.andCards(count, format.count(cards.imsiCount))}
      {...(dossier.devices.length === 0 ? { note: t.noDevices } : {})}
    >
      {dossier.devices.length > 0 && (
        <DeviceBars
          number={dossier.number}
          devices={dossier.devices}
          cards={cards}
          from={span.from}
          to={span.to}
          selected={search.imei ?? null}
          onSelect={(imei) => onFilter({ imei: imei ?? undefined })}
          showNumber={linkTo}
        />
      )}
      {error !== null && cards === undefined && <ErrorState where={t.devices(count)} error={error} onRetry={() => void refetch()} />}
      {cards !== undefined && cards.changeCount > 0 && <Changes cards={cards} />}
    </Section>
  );
}

function linkTo(number: string) {
  return <NumberLink number={number} />;
}

function Changes({ cards: { changes, changeCount } }: { cards: CardsInDevices }) {
  const t = useTexts(texts);
  const format = useFormat();
  const title = t.changes(format.count(changeCount));
  return (
    <>
      <h3 className={classes.changes}>{title}</h3>
      {changes.length < changeCount && <p className={classes.note}>{t.shown(format.count(changes.length), format.count(changeCount))}</p>}
      {/* Scrolls by itself where the window is narrow, so the keyboard must reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={`${table.frame} ${classes.frame}`} tabIndex={0} aria-label={title}>
        <table className={table.table} aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{t.at}</th>
              <th scope="col">{t.kind}</th>
              <th scope="col">{t.from}</th>
              <th scope="col" className={table.grow}>{t.to}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <tr key={`${change.at} ${change.to.imei} ${change.to.imsi}`}>
                <th scope="row"><time dateTime={change.at} title={format.timeWithZone(change.at)}>{format.time(change.at)}</time></th>
                <td>{t[change.kind]}</td>
                <td>{placeText(change, 'from')}</td>
                <td>{placeText(change, 'to')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

/** What changed, and nothing else. */
function placeText(change: CardChange, side: 'from' | 'to'): string {
  const { imei, imsi } = change[side];
  const parts = { device: [imei], card: [imsi ?? NOTHING], both: [imei, imsi ?? NOTHING] };
  return parts[change.kind].join(' · ');
}
