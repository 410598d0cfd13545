import type { HabitualPlace, NumberPlaces } from '../../analysis/places/placeAnswers.ts';
import { useFormat } from '../../words/format.ts';
import { defineTexts, useTexts } from '../../words/language.tsx';
import { counted } from '../../words/plural.ts';
import classes from './PlacesSection.module.css';

const texts = defineTexts({
  home: ['Likely home', '疑似居住地'],
  work: ['Likely day place', '疑似日间活动地'],
  homeHours: ['by nights, 19:00–07:00', '按夜间 19:00–07:00'],
  workHours: ['by working hours, Mon–Fri 9:00–17:00', '按工作时间（周一至周五 9:00–17:00）'],
  at: [(place: string, cell: string) => `${place} (cell ${cell})`, (place: string, cell: string) => `${place}（小区 ${cell}）`],
  atCell: [(cell: string) => `cell ${cell}`, (cell: string) => `小区 ${cell}`],
  around: [(what: string, more: string) => `${what} and ${more} near it`, (what: string, more: string) => `${what}及附近 ${more} 个小区`],
  nights: [(times: string, of: string) => `${times} of ${of} nights seen`, (times: string, of: string) => `出现的 ${of} 个夜晚中有 ${times} 个`],
  workdays: [(times: string, of: string) => `${times} of ${of} working days seen`, (times: string, of: string) => `出现的 ${of} 个工作日中有 ${times} 个`],
  records: [(records: string, of: string, share: string) => `${records} of ${of} records in those hours (${share})`, (records: string, of: string, share: string) => `该时段 ${of} 条记录中的 ${records} 条（${share}）`],
  fewNights: [(of: string) => `Too little to say: seen on ${counted(of, 'night', 'nights')} only; at least 3 are needed.`, (of: string) => `证据不足：仅有 ${of} 个夜晚出现，至少需要 3 个。`],
  fewWorkdays: [(of: string) => `Too little to say: seen on ${counted(of, 'working day', 'working days')} only; at least 3 are needed.`, (of: string) => `证据不足：仅有 ${of} 个工作日出现，至少需要 3 个。`],
  unclear: [(where: string, evidence: string) => `No place has half of them; most are at ${where}: ${evidence}.`, (where: string, evidence: string) => `没有任何地点占到一半；最多的是${where}：${evidence}。`],
  none: ['Not seen in those hours.', '该时段没有出现。'],
  same: ['same as the nights', '与夜间相同'],
});

/** Where the nights and the working hours were spent, with what that rests on; or why it cannot be said. */
export function HabitSentences({ places }: { places: NumberPlaces }) {
  const t = useTexts(texts);
  const { home, work } = places;
  const isSame = home.verdict === 'likely' && work.verdict === 'likely' && home.at === work.at;
  return (
    <dl className={classes.habits}>
      <dt>{t.home}</dt>
      <dd><Habit habit={home} places={places} isNight /> <span className={classes.evidence}>· {t.homeHours}</span></dd>
      <dt>{t.work}</dt>
      <dd><Habit habit={work} places={places} isNight={false} /> <span className={classes.evidence}>· {t.workHours}{isSame && ` · ${t.same}`}</span></dd>
    </dl>
  );
}

function Habit({ habit, places: { places }, isNight }: { habit: HabitualPlace; places: NumberPlaces; isNight: boolean }) {
  const t = useTexts(texts);
  const f = useFormat();
  const place = habit.at === null ? undefined : places[habit.at];
  if (habit.verdict === 'none' || place === undefined) return t.none;
  if (habit.verdict === 'few') return (isNight ? t.fewNights : t.fewWorkdays)(f.count(habit.of));
  const named = place.place === null ? t.atCell(place.cell) : t.at(place.place, place.cell);
  const where = place.cells === 1 ? named : t.around(named, f.count(place.cells - 1));
  const times = (isNight ? t.nights : t.workdays)(f.count(habit.times), f.count(habit.of));
  if (habit.verdict === 'unclear') return t.unclear(where, times);
  return (
    <>
      <strong>{where}</strong> <span className={classes.evidence}>· {times} · {t.records(f.count(habit.records), f.count(habit.recordsOf), f.share(habit.records / habit.recordsOf))}</span>
    </>
  );
}
