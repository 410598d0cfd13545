import { detectorIds } from '../detectorIds.ts';
import { bulkCaller } from './bulkCaller.ts';
import { burner } from './burner.ts';
import { codeReceiver } from './codeReceiver.ts';
import type { Detector } from './detector.ts';
import { simBox } from './simBox.ts';

/** All detectors, in the order of their bits in `ScoreTable.findings`. */
export const detectors: readonly Detector[] = [bulkCaller, simBox, burner, codeReceiver]
  .toSorted((a, b) => detectorIds.indexOf(a.id) - detectorIds.indexOf(b.id));
