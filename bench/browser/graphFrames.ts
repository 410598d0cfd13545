/** How smoothly a large link graph is panned and zoomed: the component alone, moved by the mouse as a person would. */
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { inBrowser, serveFolder } from './session.ts';

export interface GraphFrames {
  readonly pan: number;
  readonly zoom: number;
  readonly longestFrameMs: number;
}

const stepMs = 8;
const measuredMs = 5_000;

/** Frames per second while panning and while zooming, and the longest time between two frames. */
export async function graphFrames(numbers: number, links: number): Promise<GraphFrames> {
  const folder = join(import.meta.dirname, '../data/network');
  await build({
    configFile: false, root: import.meta.dirname, logLevel: 'warn', plugins: [react()], worker: { format: 'es' },
    build: { outDir: folder, emptyOutDir: true, target: 'es2024', reportCompressedSize: false, chunkSizeWarningLimit: 4_000, rolldownOptions: { input: join(import.meta.dirname, 'network.html') } },
  });
  const server = await serveFolder(folder);
  try {
    return await inBrowser(async (page) => {
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.goto(`${server.address}/network.html?numbers=${numbers}&links=${links}`);
      await page.getByRole('img', { name: `${numbers} numbers, ${links} links` }).waitFor({ timeout: 120_000 });
      // Its links come over as many frames as they need.
      await page.waitForTimeout(3_000);
      const measure = async (move: (step: number) => Promise<void>) => {
        await page.evaluate(() => window.networkBench.start());
        const until = performance.now() + measuredMs;
        for (let step = 0; performance.now() < until; step++) {
          await move(step);
          await page.waitForTimeout(stepMs);
        }
        return page.evaluate(() => window.networkBench.stop());
      };
      await page.mouse.move(700, 450);
      const zoomed = await measure((step) => page.mouse.wheel(0, step % 60 < 30 ? -40 : 40));
      await page.mouse.move(30, 30);
      await page.mouse.down();
      const panned = await measure((step) => page.mouse.move(30 + 300 * (1 - Math.cos(step / 20)), 30 + 200 * (1 - Math.cos(step / 31))));
      await page.mouse.up();
      const rate = ({ frames, ms }: { frames: number; ms: number }) => (1000 * frames) / ms;
      return { pan: rate(panned), zoom: rate(zoomed), longestFrameMs: Math.max(zoomed.longestFrameMs, panned.longestFrameMs) };
    });
  } finally {
    server.close();
  }
}
