/** The detectors, in the order of their bits in `ScoreTable.findings`. Each has a file in `detectors/`. */
export const detectorIds = ['bulkCaller', 'simBox', 'burner', 'codeReceiver', 'wangiri', 'dormantNumber', 'relayHub', 'compound', 'denseGroup', 'kin', 'seizedListHit', 'replacement'] as const;
export type DetectorId = (typeof detectorIds)[number];
