import { VisuallyHidden } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { lastAnnouncement, subscribeToAnnouncements } from './announce.ts';

/** Where `announce` is heard. Once per page. */
export function LiveRegion() {
  const text = useSyncExternalStore(subscribeToAnnouncements, lastAnnouncement);
  return (
    <VisuallyHidden>
      <output aria-live="polite">{text}</output>
    </VisuallyHidden>
  );
}
