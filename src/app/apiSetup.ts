import { createContext } from 'react';
import type { CaseSource } from '../sources/caseSource.ts';

/** What the build and its configuration say of the API. */
export interface ApiSetup {
  /** As in `?source=`. */
  readonly name: 'demo' | 'api';
  /** Asked once; asked again when it failed and someone tries again. */
  readonly connect: () => Promise<CaseSource>;
}

export const ApiContext = createContext<ApiSetup | null>(null);
