/** `npx node bench/network.ts`: how smoothly 2,000 numbers and 6,000 links are panned and zoomed, drawn without a graphics card. */
import { graphFrames } from './browser/graphFrames.ts';

const { pan, zoom, longestFrameMs } = await graphFrames(2_000, 6_000);
console.log(`pan ${pan.toFixed(1)} frames/s, zoom ${zoom.toFixed(1)} frames/s, longest frame ${longestFrameMs.toFixed(0)} ms`);
