import { describe, expect, it } from 'vitest';
import { togetherElsewhere } from './elsewhere.ts';

const at = (day: number, hour: number) => day * 86_400 + hour * 3600;

/** Two lives in cells, each a list of days and hours. */
function look(ours: Readonly<Record<number, readonly number[]>>, theirs: Readonly<Record<number, readonly number[]>>, days = 28) {
  const sightings = Object.entries(theirs).flatMap(([cell, times]) => times.map((time) => ({ at: time, cell: Number(cell) }))).sort((a, b) => a.at - b.at);
  return togetherElsewhere((cell) => ours[cell], { at: Uint32Array.from(sightings, (each) => each.at), cell: Uint32Array.from(sightings, (each) => each.cell) }, 1800, days);
}

describe('together where neither goes by habit', () => {
  it('is surprising after three trips to three places', () => {
    const trips = { 1: [at(2, 10)], 2: [at(9, 15)], 3: [at(20, 20)] };
    const { days, chance } = look(trips, trips);
    expect(days).toBe(3);
    expect(chance).toBeLessThan(1e-5);
  });

  it('leaves out where one of them is most days', () => {
    const home = { 1: Array.from({ length: 20 }, (_, day) => at(day, 19)) };
    expect(look(home, { 1: [at(3, 19), at(8, 19), at(11, 19)] })).toEqual({ days: 0, expected: 0, chance: 1 });
  });

  it('is no surprise of two who go to one market on every Tuesday', () => {
    const tuesdays = { 1: [0, 1, 2, 3].map((week) => at(week * 7 + 1, 9)) };
    const { days, expected, chance } = look(tuesdays, tuesdays);
    expect(days).toBe(4);
    expect(expected).toBeGreaterThan(1);
    expect(chance).toBeGreaterThan(0.01);
  });

  it('is one day however many records it leaves, and needs the hour', () => {
    expect(look({ 1: [at(2, 10), at(2, 11), at(2, 12)] }, { 1: [at(2, 10), at(2, 11), at(2, 12)] }).days).toBe(1);
    expect(look({ 1: [at(2, 10)] }, { 1: [at(2, 14)] }).days).toBe(0);
  });
});
