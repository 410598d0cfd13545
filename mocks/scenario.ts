/**
 * How the mocked API behaves, chosen by the page's address: `?mock=slow`, `?mock=supervisor,flaky`. Nothing is random:
 *
 * | word | the API |
 * | --- | --- |
 * | `slow` | answers after 1.5 s |
 * | `flaky` | answers 503 to each question the first time it is asked |
 * | `error` | answers 500 to everything |
 * | `signedOut` | answers 401 to everything |
 * | `forbidden` | answers 403 to writes |
 * | `offline` | cannot be reached |
 * | `supervisor` | takes one for a supervisor, not an analyst |
 */
const scenarioWords = ['slow', 'flaky', 'error', 'signedOut', 'forbidden', 'offline', 'supervisor'] as const;
export type ScenarioWord = (typeof scenarioWords)[number];
export type Scenario = ReadonlySet<ScenarioWord>;

export const SLOW_MS = 1500;

/** The scenario in a page's search (`?mock=slow,flaky`). @throws RangeError for a word that is none, naming those there are */
export function parseScenario(search: string): Scenario {
  const words = (new URLSearchParams(search).get('mock') ?? '').split(',').filter((word) => word !== '');
  const unknown = words.find((word) => !isScenarioWord(word));
  if (unknown !== undefined) throw new RangeError(`mock=${unknown}: there are ${scenarioWords.join(', ')}`);
  return new Set(words.filter(isScenarioWord));
}

function isScenarioWord(word: string): word is ScenarioWord {
  return (scenarioWords as readonly string[]).includes(word);
}
