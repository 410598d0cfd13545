import { detectorIds } from '../detectorIds.ts';
import { bulkCaller } from './bulkCaller.ts';
import { burner } from './burner.ts';
import { codeReceiver } from './codeReceiver.ts';
import { compound } from './compound.ts';
import { denseGroup } from './denseGroup.ts';
import type { Detector } from './detector.ts';
import { dormantNumber } from './dormantNumber.ts';
import { kin } from './kin.ts';
import { relayHub } from './relayHub.ts';
import { replacement } from './replacement.ts';
import { seizedListHit } from './seizedListHit.ts';
import { simBox } from './simBox.ts';
import { wangiri } from './wangiri.ts';

/** All detectors, in the order of their bits in `ScoreTable.findings`. */
export const detectors: readonly Detector[] = [bulkCaller, simBox, burner, codeReceiver, wangiri, dormantNumber, relayHub, compound, denseGroup, kin, seizedListHit, replacement]
  .toSorted((a, b) => detectorIds.indexOf(a.id) - detectorIds.indexOf(b.id));
