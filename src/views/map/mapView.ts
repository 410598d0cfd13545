/** What part of the world a map shows, and the lines that say how large it is. All pure. */
import { geoMercator } from 'd3-geo';
import type { GeoProjection } from 'd3-geo';

export interface MapSize {
  readonly width: number;
  readonly height: number;
}

/** Centre in degrees, and pixels per radian at the equator. */
export interface MapView {
  readonly longitude: number;
  readonly latitude: number;
  readonly scale: number;
}

export interface MapPoint {
  readonly latitude: number;
  readonly longitude: number;
}

/** Nearer than this, cells are drawn more exactly than they are known. */
const LEAST_SPAN_KM = 4;
const EARTH_KM = 6371;
const MOST_LATITUDE = 80;
const PADDING_PX = 48;

const radians = (degrees: number) => (degrees * Math.PI) / 180;
/** Mercator's northing, for latitudes as radians. */
const northing = (latitude: number) => Math.log(Math.tan(Math.PI / 4 + radians(Math.max(-MOST_LATITUDE, Math.min(MOST_LATITUDE, latitude))) / 2));
const latitudeAt = (north: number) => (2 * Math.atan(Math.exp(north)) * 180) / Math.PI - 90;

/** The view that shows all points with a margin, and never less than a few kilometres. */
export function fitView(points: readonly MapPoint[], { width, height }: MapSize): MapView {
  const turned = acrossDateLine(points.map(({ longitude }) => longitude));
  const [west, east] = [Math.min(...turned), Math.max(...turned)];
  const norths = points.map(({ latitude }) => northing(latitude));
  const [south, north] = [Math.min(...norths), Math.max(...norths)];
  const latitude = latitudeAt((south + north) / 2);
  const leastSpan = LEAST_SPAN_KM / EARTH_KM / Math.cos(radians(latitude));
  const room = (px: number) => Math.max(40, px - 2 * PADDING_PX);
  const scale = Math.min(room(width) / Math.max(radians(east - west), leastSpan), room(height) / Math.max(north - south, leastSpan));
  return { longitude: wrapped((west + east) / 2), latitude, scale };
}

/** Longitudes as they lie together: 179° and −179° are neighbours. */
function acrossDateLine(longitudes: readonly number[]): number[] {
  const span = Math.max(...longitudes) - Math.min(...longitudes);
  return longitudes.map((longitude) => (span > 180 && longitude < 0 ? longitude + 360 : longitude));
}

function wrapped(longitude: number): number {
  return ((longitude + 540) % 360) - 180;
}

export function projectionOf({ longitude, latitude, scale }: MapView, { width, height }: MapSize): GeoProjection {
  return geoMercator().rotate([-longitude, 0]).center([0, latitude]).scale(scale).translate([width / 2, height / 2]).clipExtent([[-8, -8], [width + 8, height + 8]]);
}

/** The view after the map was pushed by so many pixels. */
export function panned(view: MapView, dx: number, dy: number): MapView {
  const latitude = latitudeAt(northing(view.latitude) + dy / view.scale);
  return { ...view, longitude: wrapped(view.longitude - (dx / view.scale) * (180 / Math.PI)), latitude: Math.max(-MOST_LATITUDE, Math.min(MOST_LATITUDE, latitude)) };
}

/** Pixels per radian that show the whole world in a map 400 px wide, and a street. */
const LEAST_SCALE = 64;
const MOST_SCALE = 4_000_000;

export function zoomed(view: MapView, factor: number): MapView {
  return { ...view, scale: Math.max(LEAST_SCALE, Math.min(MOST_SCALE, view.scale * factor)) };
}

/** Kilometres in so many pixels at the centre of the map. */
export function kmOf(view: MapView, px: number): number {
  return (px / view.scale) * EARTH_KM * Math.cos(radians(view.latitude));
}

/** A round length that takes at most so many pixels. */
export function scaleBar(view: MapView, mostPx: number): { readonly km: number; readonly px: number } {
  const most = kmOf(view, mostPx);
  const power = 10 ** Math.floor(Math.log10(most));
  const km = power * ([5, 2, 1].find((step) => step * power <= most) ?? 1);
  return { km, px: (km / most) * mostPx };
}

/** Steps of a graticule that people read easily, in degrees. */
const STEPS = [30, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005];
/** Lines are at least so far apart. */
const LEAST_GAP_PX = 90;

export interface Graticule {
  readonly meridians: readonly number[];
  readonly parallels: readonly number[];
  /** Decimals that tell neighbours apart. */
  readonly decimals: number;
}

/** The meridians and parallels that cross the map, a finger's breadth apart or more. */
export function graticuleOf(view: MapView, { width, height }: MapSize): Graticule {
  const step = STEPS.findLast((degrees) => radians(degrees) * view.scale >= LEAST_GAP_PX) ?? STEPS[0]!;
  const half = (width / 2 / view.scale) * (180 / Math.PI);
  const lines = (from: number, to: number, most: number) => {
    const found: number[] = [];
    for (let i = Math.ceil(from / step); i * step <= to && found.length < most; i++) found.push(Number((i * step).toFixed(6)));
    return found;
  };
  const centre = northing(view.latitude);
  const [south, north] = [latitudeAt(centre - height / 2 / view.scale), latitudeAt(centre + height / 2 / view.scale)];
  return {
    meridians: lines(view.longitude - half, view.longitude + half, 40),
    parallels: lines(Math.max(-MOST_LATITUDE, south), Math.min(MOST_LATITUDE, north), 40),
    decimals: step >= 1 ? 0 : step >= 0.1 ? 1 : step >= 0.01 ? 2 : 3,
  };
}
