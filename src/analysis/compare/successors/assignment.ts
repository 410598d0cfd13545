/** A person may have this thing at this value. */
export interface Option {
  readonly thing: number;
  readonly value: number;
}

/**
 * Who gets what, so that the values add up to as much as possible: nobody gets two, no thing goes to two, and a person may go
 * without, which is worth 0. By auction (Bertsekas 1988); within `slack` × persons of the best.
 * @param options of each person; those of 0 or less are never taken
 * @returns the thing of each person, or −1
 */
export function assign(options: readonly (readonly Option[])[], thingCount: number, slack = 0.01): Int32Array {
  const prices = new Float64Array(thingCount);
  const holders = new Int32Array(thingCount).fill(-1);
  const thingOf = new Int32Array(options.length).fill(-1);
  const waiting = options.map((_, person) => person);
  for (let person = waiting.pop(); person !== undefined; person = waiting.pop()) {
    let best = -1;
    let most = 0;
    let second = 0;
    for (const { thing, value } of options[person]!) {
      const profit = value - prices[thing]!;
      if (profit > most) {
        second = most;
        most = profit;
        best = thing;
      } else if (profit > second) second = profit;
    }
    if (best < 0) continue;
    prices[best]! += most - second + slack;
    const outbid = holders[best]!;
    if (outbid >= 0) {
      thingOf[outbid] = -1;
      waiting.push(outbid);
    }
    holders[best] = person;
    thingOf[person] = best;
  }
  return thingOf;
}
