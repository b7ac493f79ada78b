/** What tabs say to each other; another version of it may say anything behind the first four members. */
export const PROTOCOL = 1;

/**
 * What a message between tabs is for. The first four are the same in all versions.
 */
export enum Say {
  /** to all, or to the leader: I want to take part; body: the number of this wish, what I was last told */
  Join = 1,
  /** to all: the connection is mine now */
  Lead = 2,
  /** to a tab: you cannot take part, my version is another one */
  Differ = 3,
  /** to the leader: let a newer version lead */
  Yield = 4,
  /** to a tab: you take part; body: the number of its wish */
  In = 5,
  /** both ways: body: messages between page and core */
  Carry = 6,
  /** to all: I take no part any more; body: whether for good */
  Bye = 7,
  /** to a tab that left for good: that is noted */
  Noted = 8,
  /** to the leader: are you there; and its answer */
  Ping = 9,
}

/** A message: whose it is, the version, the tab that sent it, the one it is for ("" for all), its number between the two, what for. */
type Envelope = [sdk: "udesk-ccpaas", version: number, from: string, to: string, number: number, say: Say, body: unknown];

/** A message between page and core, without the number of an instance. */
export type Carried = [kind: number, id: number, name: string, json: string];

/** Larger ones are no message of a tab's. */
const LONGEST = 1 << 22;

export interface Heard {
  version: number;
  from: string;
  number: number;
  say: Say;
  body: unknown;
}

/** Reads a message for the tab, undefined where it is for another one, null where it is none. */
export function read(data: unknown, tab: string): Heard | null | undefined {
  if (!Array.isArray(data) || data[0] !== "udesk-ccpaas") {
    return null;
  }
  const [, version, from, to, number, say, body] = data as Envelope;
  if (typeof version !== "number" || !isID(from) || (to !== "" && !isID(to)) || typeof number !== "number" || typeof say !== "number") {
    return null;
  }
  if (version === PROTOCOL && !fits(say, body)) {
    return null;
  }
  return (to && to !== tab) || from === tab ? undefined : { version, from, number, say, body };
}

export function write(tab: string, to: string, number: number, say: Say, body?: unknown): Envelope {
  return ["udesk-ccpaas", PROTOCOL, tab, to, number, say, body];
}

function isID(id: unknown): boolean {
  return typeof id === "string" && /^[0-9a-f]{32}$/.test(id);
}

function fits(say: Say, body: unknown): boolean {
  return say === Say.Carry
    ? isList(body)
    : say === Say.Join
      ? Array.isArray(body) && typeof body[0] === "number" && isTold(body[1])
      : say >= Say.Join && say <= Say.Ping;
}

function isText(text: unknown): boolean {
  return typeof text === "string" && text.length < LONGEST;
}

function isTold(told: unknown): boolean {
  try {
    return told === "" || (isText(told) && typeof JSON.parse(told as string) === "object");
  } catch (error) {
    return false;
  }
}

function isList(list: unknown): boolean {
  return Array.isArray(list) && list.every(isCarried);
}

function isCarried(one: unknown): boolean {
  return (
    Array.isArray(one) &&
    one.length === 4 &&
    Number.isInteger(one[0]) &&
    Number.isInteger(one[1]) &&
    one[1] >= 0 &&
    isText(one[2]) &&
    isText(one[3])
  );
}

/** What a tab reads of what it was told; the rest is the core's own (sdk/pages_told.go). */
export const readTold = (told: string): { Wanted?: boolean; State: { callId?: string } } => JSON.parse(told || '{"State":{}}');
