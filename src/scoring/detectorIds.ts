/** The detectors, in the order of their bits in `ScoreTable.findings`. Each has a file in `detectors/`. */
export const detectorIds = ['bulkCaller', 'simBox', 'burner', 'codeReceiver'] as const;
export type DetectorId = (typeof detectorIds)[number];
