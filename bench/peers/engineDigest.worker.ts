import { openStored } from '../../src/engine/storage.ts';
import { digestOfDataset } from './datasetDigest.ts';

/** Digests a stored dataset's numbers and links; the message is its id. */
addEventListener('message', ({ data: id }: MessageEvent<string>) => {
  void openStored(id).then(({ dataset }) => postMessage(digestOfDataset(dataset)));
});
