/**
 * One number's records in figures: what the feature declarations read. Reused from number to number. The kernel writes a row of them
 * in this order, from `ego` on (`src/kernel/assembly/summarise.ts`).
 */
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
}
