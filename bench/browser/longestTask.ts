/** One frame at 60 Hz: a page that is never blocked still shows gaps of this length. */
const FRAME_MS = 1000 / 60;

/**
 * Watches the main thread from now on. The function returned stops it and answers the longest time in ms in which the
 * page could not react: the longest task that the browser reports (it reports those of 50 ms and more), or, if there was
 * none, how much later than a frame the latest frame came.
 */
export function longestTask(): () => number {
  let longestReportedMs = 0;
  let longestGapMs = 0;
  const note = (entries: PerformanceEntryList) => {
    for (const entry of entries) longestReportedMs = Math.max(longestReportedMs, entry.duration);
  };
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: 'longtask' });
  let frameAt = performance.now();
  let frame = requestAnimationFrame(function next() {
    const now = performance.now();
    longestGapMs = Math.max(longestGapMs, now - frameAt - FRAME_MS);
    frameAt = now;
    frame = requestAnimationFrame(next);
  });
  return () => {
    note(observer.takeRecords());
    observer.disconnect();
    cancelAnimationFrame(frame);
    // A late frame alone is no task: on a busy machine the compositor waits for a core, too.
    return longestReportedMs > 0 ? longestReportedMs : Math.min(50, longestGapMs);
  };
}
