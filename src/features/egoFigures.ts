/** Figures of a row that the kernel writes (`src/kernel/assembly/summarise.ts`). */
export const FIGURE_COUNT = 45;

/** One number's records in figures: what the feature declarations read. Reused from number to number. */
export class EgoFigures {
  /** Last local day of the dataset (or window), for ages. */
  lastDatasetDay = 0;

  ego = 0;
  interactions = 0;
  callsOut = 0;
  callsIn = 0;
  textsOut = 0;
  textsIn = 0;
  /** Outgoing calls of which the file tells whether they were answered, and those that were. */
  attempts = 0;
  answered = 0;
  night = 0;

  activeDays = 0;
  firstDay = 0;
  busiestDayCalls = 0;
  /** Longest run of days without a record between two with one. */
  longestDormancyDays = 0;
  /** Of the interactions over the hours of the day, in nats. */
  hourEntropy = NaN;
  /** Hours of the day with a call, and the calls of that with the most. */
  activeHours = 0;
  busiestHourCalls = 0;

  /** Between consecutive records. */
  gapMeanS = NaN;
  gapDeviationS = NaN;
  gapMedianS = NaN;
  /** Of calls whose duration is known. */
  durationMeanS = NaN;
  durationDeviationS = NaN;
  durationMedianS = NaN;
  /** Calls longer than 0 s, and those of them up to 15 s. */
  connectedCalls = 0;
  shortCalls = 0;
  /** Pairs of consecutive outgoing calls, and those to neighbouring numbers. */
  dialPairs = 0;
  sequentialPairs = 0;

  contacts = 0;
  /** Contacts it called or sent a message to. */
  sentTo = 0;
  callContacts = 0;
  oneCallContacts = 0;
  reciprocatedContacts = 0;
  codeSenders = 0;
  /** Of the interactions over the contacts, in nats. */
  contactEntropy = NaN;
  /** Fewest contacts that make 80 % of the interactions. */
  paretoContacts = 0;
  inDegree = 0;
  outDegree = 0;
  weightedIn = 0;
  weightedOut = 0;

  devices = 0;
  antennas = 0;
  /** Half hours with a known antenna, their entropy over the antennas in nats, and those at the most frequent. */
  antennaSlots = 0;
  antennaEntropy = NaN;
  topAntennaSlots = 0;

  /** Local seconds of its first and last record. */
  firstS = 0;
  lastS = 0;

  /** Takes the figures of a row: FIGURE_COUNT values from `at` on, in the order in which they stand here. */
  load(row: Float64Array, at: number): void {
    this.ego = row[at]!;
    this.interactions = row[at + 1]!;
    this.callsOut = row[at + 2]!;
    this.callsIn = row[at + 3]!;
    this.textsOut = row[at + 4]!;
    this.textsIn = row[at + 5]!;
    this.attempts = row[at + 6]!;
    this.answered = row[at + 7]!;
    this.night = row[at + 8]!;
    this.activeDays = row[at + 9]!;
    this.firstDay = row[at + 10]!;
    this.busiestDayCalls = row[at + 11]!;
    this.longestDormancyDays = row[at + 12]!;
    this.hourEntropy = row[at + 13]!;
    this.activeHours = row[at + 14]!;
    this.busiestHourCalls = row[at + 15]!;
    this.gapMeanS = row[at + 16]!;
    this.gapDeviationS = row[at + 17]!;
    this.gapMedianS = row[at + 18]!;
    this.durationMeanS = row[at + 19]!;
    this.durationDeviationS = row[at + 20]!;
    this.durationMedianS = row[at + 21]!;
    this.connectedCalls = row[at + 22]!;
    this.shortCalls = row[at + 23]!;
    this.dialPairs = row[at + 24]!;
    this.sequentialPairs = row[at + 25]!;
    this.contacts = row[at + 26]!;
    this.sentTo = row[at + 27]!;
    this.callContacts = row[at + 28]!;
    this.oneCallContacts = row[at + 29]!;
    this.reciprocatedContacts = row[at + 30]!;
    this.codeSenders = row[at + 31]!;
    this.contactEntropy = row[at + 32]!;
    this.paretoContacts = row[at + 33]!;
    this.inDegree = row[at + 34]!;
    this.outDegree = row[at + 35]!;
    this.weightedIn = row[at + 36]!;
    this.weightedOut = row[at + 37]!;
    this.devices = row[at + 38]!;
    this.antennas = row[at + 39]!;
    this.antennaSlots = row[at + 40]!;
    this.antennaEntropy = row[at + 41]!;
    this.topAntennaSlots = row[at + 42]!;
    this.firstS = row[at + 43]!;
    this.lastS = row[at + 44]!;
  }
}
