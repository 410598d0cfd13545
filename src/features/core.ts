/**
 * Core numbers by row, as CallMine has them: the core number in the graph of calls longer than 0 s without self-calls, in which a
 * pair that called both ways is joined twice. Batagelj & Zaveršnik 2003, linear in the links. A number without such a
 * call has core 0. A link counts if the caller's side tells it.
 *
 * @param count how many rows there are
 * @param from,to rows of caller and callee of each directed pair, once
 */
export function coreNumbers(count: number, from: Uint32Array, to: Uint32Array): Float64Array {
  const degree = new Uint32Array(count);
  for (let link = 0; link < from.length; link++) {
    degree[from[link]!]!++;
    degree[to[link]!]!++;
  }
  const adjacencyStart = new Uint32Array(count + 1);
  for (let row = 0; row < count; row++) adjacencyStart[row + 1] = adjacencyStart[row]! + degree[row]!;
  const adjacency = new Uint32Array(adjacencyStart[count]!);
  const next = adjacencyStart.slice(0, count);
  for (let link = 0; link < from.length; link++) {
    adjacency[next[from[link]!]!++] = to[link]!;
    adjacency[next[to[link]!]!++] = from[link]!;
  }

  // Rows sorted by degree in buckets; the lowest is peeled and its neighbours move one bucket down.
  let most = 0;
  for (let row = 0; row < count; row++) if (degree[row]! > most) most = degree[row]!;
  const bucketStart = new Uint32Array(most + 2);
  for (let row = 0; row < count; row++) bucketStart[degree[row]! + 1]!++;
  for (let d = 0; d <= most; d++) bucketStart[d + 1]! += bucketStart[d]!;
  const order = new Uint32Array(count);
  const place = new Uint32Array(count);
  const fill = bucketStart.slice();
  for (let row = 0; row < count; row++) {
    place[row] = fill[degree[row]!]!++;
    order[place[row]!] = row;
  }
  for (let i = 0; i < count; i++) {
    const row = order[i]!;
    const d = degree[row]!;
    for (let a = adjacencyStart[row]!; a < adjacencyStart[row + 1]!; a++) {
      const neighbour = adjacency[a]!;
      const nd = degree[neighbour]!;
      if (nd <= d) continue;
      // Swap the neighbour with the first of its bucket, then shrink the bucket past it.
      const first = bucketStart[nd]!;
      const firstRow = order[first]!;
      order[place[neighbour]!] = firstRow;
      place[firstRow] = place[neighbour]!;
      order[first] = neighbour;
      place[neighbour] = first;
      bucketStart[nd] = first + 1;
      degree[neighbour] = nd - 1;
    }
  }
  return Float64Array.from(degree);
}
