/** SHA-256 of one file per message, read in pieces; the browser's own digest takes no streams. */
import { createSHA256 } from 'hash-wasm';
import { showLife } from './workerLife.ts';

const PIECE_BYTES = 4 << 20;

export interface FileSha256Reply {
  readonly is: 'hashed';
  /** Hex; null when the file could not be read to its end. */
  readonly sha256: string | null;
}

addEventListener('message', ({ data: file }: MessageEvent<File>) => {
  sha256Of(file)
    .then((sha256) => postMessage({ is: 'hashed', sha256 } satisfies FileSha256Reply))
    .catch((error: unknown) => reportError(error));
});

showLife();

async function sha256Of(file: File): Promise<string | null> {
  const hash = (await createSHA256()).init();
  try {
    for (let start = 0; start < file.size; start += PIECE_BYTES) {
      const piece = new Uint8Array(await file.slice(start, start + PIECE_BYTES).arrayBuffer());
      if (piece.length !== Math.min(PIECE_BYTES, file.size - start)) return null;
      hash.update(piece);
    }
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
  return hash.digest('hex');
}
