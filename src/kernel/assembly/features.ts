/**
 * A number's figures → its features: `src/features/declarations/` for the kernel, with which they agree to the last bit. What is kept of
 * a partition is laid out by the host as `src/engine/chunk.ts` has it.
 */

/** The host's areas, an entry for each number: its key (f64), features (a column of f64 each), first and last second and contacts (a column of u32 each). */
export let chunk: usize = 0;
export let columns: usize = 0;
export let presence: usize = 0;
/** Numbers in the partition. */
export let rows: usize = 0;
/** Last local day of the dataset. */
export let lastDay: u32 = 0;
/** The host's areas for distinct devices, number by number: their keys (f64), and whose they are (u32). */
export let deviceKeys: usize = 0;
export let deviceRows: usize = 0;

/** Directed pairs told from the sender's side, of all numbers described. */
export let linkCount: f64 = 0;
/** Devices of all numbers described. */
export let deviceCount: u32 = 0;

/** Figures of the number at hand, f64 each, in the order of `src/features/egoFigures.ts`. */
export const figures = memory.data(45 << 3, 16);

export function beginFeatures(): void {
  linkCount = 0;
  deviceCount = 0;
}

/** Where the keys of the devices of the number at hand go. */
export function nextDevices(): usize {
  return deviceKeys + (<usize>deviceCount << 3);
}

// @ts-ignore: AssemblyScript's own decorator
@inline
function figure(index: usize): f64 {
  return load<f64>(figures + (index << 3));
}

// @ts-ignore: AssemblyScript's own decorator
@inline
function known(count: f64): f64 {
  return count == 0 ? NaN : count;
}

/** Puts the features of number `id`, whose figures are in `figures` and which has `devices` devices. */
export function putFeatures(id: u32, devices: u32): void {
  for (let i: u32 = 0; i < devices; i++, deviceCount++) store<u32>(deviceRows + (<usize>deviceCount << 2), id);
  linkCount += figure(27);
  store<f64>(chunk + (<usize>id << 3), figure(0));
  const when = presence + (<usize>id << 2);
  store<u32>(when, <u32>figure(43));
  store<u32>(when + (rows << 2), <u32>figure(44));
  store<u32>(when + (rows << 3), <u32>figure(26));

  const interactions = figure(1);
  const callsOut = figure(2);
  const callsIn = figure(3);
  const textsOut = figure(4);
  const textsIn = figure(5);
  const contacts = figure(26);
  const callContacts = figure(28);
  const column = rows << 3;
  let at = columns + (<usize>id << 3);
  at = put(at, column, figure(9));
  at = put(at, column, interactions);
  at = put(at, column, callsOut);
  at = put(at, column, callsIn);
  at = put(at, column, textsOut);
  at = put(at, column, textsIn);
  at = put(at, column, callsOut / (callsOut + callsIn));
  at = put(at, column, (callsOut + textsOut) / interactions);
  at = put(at, column, textsIn / (textsIn + textsOut));
  at = put(at, column, figure(11));
  at = put(at, column, figure(7) / figure(6));
  // contacts
  at = put(at, column, contacts);
  at = put(at, column, interactions / contacts);
  at = put(at, column, (callsOut + callsIn) / callContacts);
  at = put(at, column, figure(32));
  at = put(at, column, (callsOut + textsOut) / interactions / contacts);
  at = put(at, column, figure(33) / contacts);
  at = put(at, column, figure(29) / callContacts);
  at = put(at, column, figure(30) / contacts);
  at = put(at, column, contacts / figure(9));
  at = put(at, column, figure(25) / figure(24));
  at = put(at, column, figure(31));
  // rhythm
  at = put(at, column, figure(8) / interactions);
  at = put(at, column, figure(13));
  at = put(at, column, known(figure(14)));
  at = put(at, column, figure(15) / (callsOut + callsIn));
  at = put(at, column, figure(16));
  at = put(at, column, figure(17));
  at = put(at, column, figure(18));
  at = put(at, column, figure(17) / figure(16));
  at = put(at, column, <f64>lastDay - figure(10));
  at = put(at, column, figure(12));
  // duration
  at = put(at, column, figure(19));
  at = put(at, column, figure(20));
  at = put(at, column, figure(21));
  at = put(at, column, figure(23) / figure(22));
  // devices and places; how many numbers a device has is told by all numbers together
  at = put(at, column, known(figure(38)));
  at = put(at, column, NaN);
  at = put(at, column, known(figure(39)));
  at = put(at, column, figure(41));
  at = put(at, column, figure(42) / figure(40));
  // graph; the core is told by all numbers together
  at = put(at, column, figure(34));
  at = put(at, column, figure(35));
  at = put(at, column, figure(36));
  at = put(at, column, figure(37));
  put(at, column, NaN);
}

// @ts-ignore: AssemblyScript's own decorator
@inline
function put(at: usize, column: usize, value: f64): usize {
  store<f64>(at, value);
  return at + column;
}
