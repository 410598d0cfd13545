import type { FeatureTable } from '../../features/featureNames.ts';

/** Numbers whose truth is known. */
export interface TrainingSet {
  readonly features: FeatureTable;
  /** 1 fraud, 0 not; one per row of the table. */
  readonly labels: Uint8Array;
}

/** Rows of a training set, each in exactly one part. */
export interface Split {
  readonly train: Uint32Array;
  readonly validation: Uint32Array;
  readonly test: Uint32Array;
}

const TRAIN_SHARE = 0.6;
const VALIDATION_SHARE = 0.2;

/** The first 60 % of the rows, the next 20 %, the last 20 %: the split that published results on Sichuan use. */
export function splitInOrder(rows: number): Split {
  return partsOf(Uint32Array.from({ length: rows }, (_, row) => row));
}

/** The same shares of the rows shuffled by `seed`. */
export function splitAtRandom(rows: number, seed: number): Split {
  const order = Uint32Array.from({ length: rows }, (_, row) => row);
  const random = seededRandom(seed);
  for (let i = rows - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const kept = order[i]!;
    order[i] = order[j]!;
    order[j] = kept;
  }
  return partsOf(order);
}

function partsOf(order: Uint32Array): Split {
  const trainEnd = Math.floor(order.length * TRAIN_SHARE);
  const validationEnd = Math.floor(order.length * (TRAIN_SHARE + VALIDATION_SHARE));
  return {
    train: order.slice(0, trainEnd),
    validation: order.slice(trainEnd, validationEnd),
    test: order.slice(validationEnd),
  };
}

/** Uniform numbers in [0, 1), the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
