const SLICE_BYTES = 8 << 20;

/** Slices of the file, one always asked for ahead; answers the bytes that came. */
addEventListener('message', ({ data: file }: MessageEvent<File>) => {
  void (async () => {
    let bytes = 0;
    let next = file.slice(0, SLICE_BYTES).arrayBuffer();
    for (let start = 0; start < file.size; start += SLICE_BYTES) {
      const slice = await next;
      next = file.slice(start + SLICE_BYTES, start + 2 * SLICE_BYTES).arrayBuffer();
      bytes += slice.byteLength;
    }
    postMessage(bytes);
  })();
});
