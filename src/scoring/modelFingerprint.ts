import { detectors } from './detectors/detectors.ts';
import { scorecard } from './scorecard.ts';

/** FNV-1a (Fowler, Noll, Vo), 32 bits, as eight hexadecimal digits. */
function fingerprintOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** Tells one shipped model from another: its weights, and the detectors with their thresholds. */
export const modelFingerprint = fingerprintOf(JSON.stringify([scorecard.groups, detectors]));
