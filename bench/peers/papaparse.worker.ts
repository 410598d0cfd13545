import Papa from 'papaparse';
import { TableDigest } from '../browser/tableDigest.ts';

const RANKED = 100;

interface Link {
  calls: number;
  seconds: number;
  /** As written; this form sorts like time. */
  first: string;
  last: string;
}

interface Profile {
  callsOut: number;
  callsIn: number;
  secondsOut: number;
  secondsIn: number;
  first: string;
  last: string;
  readonly contacts: Set<string>;
  readonly links: Map<string, Link>;
}

const profiles = new Map<string, Profile>();

function profileOf(number: string, at: string): Profile {
  let profile = profiles.get(number);
  if (profile === undefined) {
    profile = { callsOut: 0, callsIn: 0, secondsOut: 0, secondsIn: 0, first: at, last: at, contacts: new Set(), links: new Map() };
    profiles.set(number, profile);
  }
  if (at < profile.first) profile.first = at;
  if (at > profile.last) profile.last = at;
  return profile;
}

function take(row: readonly string[]): void {
  const [caller, callee, at, durationText] = row as [string, string, string, string];
  const seconds = Number(durationText);
  const from = profileOf(caller, at);
  from.callsOut++;
  from.secondsOut += seconds;
  from.contacts.add(callee);
  const link = from.links.get(callee);
  if (link === undefined) {
    from.links.set(callee, { calls: 1, seconds, first: at, last: at });
  } else {
    link.calls++;
    link.seconds += seconds;
    if (at < link.first) link.first = at;
    if (at > link.last) link.last = at;
  }
  const to = profileOf(callee, at);
  to.callsIn++;
  to.secondsIn += seconds;
  to.contacts.add(caller);
}

/** The numbers with the fewest calls per contact, as a queue would begin. */
function rank(): string[] {
  return [...profiles]
    .map(([number, profile]) => ({ number, callsPerContact: (profile.callsOut + profile.callsIn) / profile.contacts.size }))
    .sort((a, b) => a.callsPerContact - b.callsPerContact)
    .slice(0, RANKED)
    .map(({ number }) => number);
}

const secondsOf = (at: string) => Date.parse(`${at.replace(' ', 'T')}Z`) / 1000;

function digest() {
  const numbers = new TableDigest();
  const links = new TableDigest();
  for (const [number, profile] of profiles) {
    const { callsOut, callsIn, contacts, secondsOut, secondsIn, first, last } = profile;
    numbers.add(Number(number), callsOut, callsIn, contacts.size, secondsOut, secondsIn, secondsOf(first), secondsOf(last));
    for (const [other, link] of profile.links) links.add(Number(number), Number(other), link.calls, link.seconds);
  }
  return { numbers: numbers.text, links: links.text };
}

addEventListener('message', ({ data }: MessageEvent<File | 'digest'>) => {
  if (data === 'digest') {
    postMessage(digest());
    return;
  }
  let isHeader = true;
  Papa.parse<string[]>(data, {
    chunkSize: 8 << 20,
    skipEmptyLines: true,
    chunk({ data: rows }) {
      for (const row of rows) {
        if (isHeader) isHeader = false;
        else take(row);
      }
    },
    complete: () => postMessage(rank().length),
    error: (error) => {
      throw error;
    },
  });
});
