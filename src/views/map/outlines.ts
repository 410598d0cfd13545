import { geoBounds } from 'd3-geo';
import type { Feature, MultiLineString } from 'geojson';

export interface Outlines {
  readonly lands: readonly { readonly feature: Feature; readonly bounds: readonly [readonly [number, number], readonly [number, number]] }[];
  readonly borders: MultiLineString;
}

let outlines: Promise<Outlines> | null = null;

/** Land and borders of the world, loaded with the first map and from this page's own origin. */
export function loadOutlines(): Promise<Outlines> {
  return (outlines ??= Promise.all([import('world-atlas/countries-50m.json'), import('topojson-client')]).then(([{ default: world }, { feature, mesh }]) => ({
    lands: feature(world, world.objects.countries).features.map((land) => ({ feature: land, bounds: geoBounds(land) })),
    // Coasts are where the land ends; a border has a country on either side.
    borders: mesh(world, world.objects.countries as never, (a, b) => a !== b),
  })).catch((error: unknown) => {
    outlines = null;
    throw error;
  }));
}
