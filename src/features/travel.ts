/** How far and how fast: when two records of a number cannot both be of one phone. */

/** A point on the ground, in degrees. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

const EARTH_M = 6_371_000;

/** Great-circle distance in metres (haversine). */
export function metresBetween(a: Point, b: Point): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (angle: number) => Math.sin(radians(angle) / 2) ** 2;
  const part = half(b.latitude - a.latitude) + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(b.longitude - a.longitude);
  return 2 * EARTH_M * Math.asin(Math.min(1, Math.sqrt(part)));
}

/** From the slower. */
export const speedVerdicts = ['unlikely', 'impossible'] as const;
export type SpeedVerdict = (typeof speedVerdicts)[number];

/** Airliners cruise at 830–920 km/h (Boeing 737 to 787, makers' figures); with a tail wind up to about 1,000 over ground. */
export const AIR_KMH = 1000;
/** The fastest trains in service (China, CR400): 350 km/h. Faster than that over ground is by air. */
export const RAIL_KMH = 350;
/** A cell may be heard so far: the timing advance of GSM ends at 35 km (3GPP TS 45.010); LTE cells are planned for less. */
export const REACH_KM = 35;
/** What two cells in use at once are mostly apart at most, from a hill or across a valley (assumed). */
export const USUAL_REACH_KM = 10;
/** Records are often written to the minute. */
const CLOCK_S = 60;

/**
 * Whether one phone can have been in two cells, so far apart, within so much time: null where it can.
 * @param km between the cells; the phone may have been nearer by their reach
 * @param seconds between the records
 */
export function speedVerdict(km: number, seconds: number): SpeedVerdict | null {
  const hours = (Math.abs(seconds) + CLOCK_S) / 3600;
  if (km - REACH_KM > AIR_KMH * hours) return 'impossible';
  return km - USUAL_REACH_KM > RAIL_KMH * hours ? 'unlikely' : null;
}
