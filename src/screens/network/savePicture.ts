import { pngOfSvg } from '../../ui/picture.ts';
import { saveFile } from '../../ui/saveFile.ts';
import { showToast } from '../../ui/toasts.ts';
import type { Arrangement } from '../../views/linkGraph/arrangement.ts';
import { readPalette } from '../../views/linkGraph/graphPalette.ts';
import { graphSvg } from '../../views/linkGraph/graphSvg.ts';
import type { GraphNode, LinkGraph } from '../../views/linkGraph/linkGraphModel.ts';

/**
 * Offers the whole graph as a picture, in the colours of the page.
 * @param how.label a node as people read it
 * @param how.failed said when the browser cannot make it
 */
export async function savePicture(
  graph: LinkGraph, { positions }: Arrangement, how: { readonly type: 'svg' | 'png'; readonly label: (node: GraphNode) => string; readonly title: string; readonly failed: string },
): Promise<void> {
  const name = `callchain-network-${new Date().toISOString().slice(0, 10)}.${how.type}`;
  const { fontFamily } = getComputedStyle(document.body);
  const { svg, widthPx, heightPx } = graphSvg(graph, positions, readPalette(document.body), how.label, how.title, fontFamily);
  if (how.type === 'svg') {
    saveFile(name, new Blob([svg], { type: 'image/svg+xml;charset=utf-8' }));
    return;
  }
  try {
    saveFile(name, await pngOfSvg(svg, widthPx, heightPx));
  } catch {
    showToast({ kind: 'error', text: how.failed });
  }
}
