// Reads a flight recording, the lines of JSON that ExportLog() returns. Unknown kinds and members are kept unchanged, so
// that a recording of another version can still be shown.

/** The lanes between which each kind of entry passes; other kinds stay in the SDK. */
const ways = {
  call: ["page", "sdk"],
  waits: ["page", "sdk"],
  settled: ["sdk", "page"],
  event: ["sdk", "page"],
  order: ["sdk", "page"],
  phone: ["page", "sdk"],
  token: ["page", "sdk"],
  out: ["sdk", "gateway"],
  in: ["gateway", "sdk"],
  answer: ["gateway", "sdk"],
  dial: ["gateway", "sdk"],
  closed: ["gateway", "sdk"],
};

/** The groups of the filter: each kind belongs to one. */
const groups = {
  call: "calls", waits: "calls", settled: "calls",
  event: "events",
  in: "frames", out: "frames", answer: "frames",
  order: "phone", phone: "phone", quality: "phone",
  state: "connection", dial: "connection", closed: "connection", token: "connection", retry: "connection", wake: "connection", begin: "connection",
};

/** Codes of success: the SDK's, the gateway's, HTTP's. */
const fine = ["0000", "000000", "200", ""];

/** Events after which a call is over. */
const over = ["ConnectionCleared", "CallFailed", "Transferred"];

/**
 * Reads a recording: {head, entries, states, calls, quality, length}. An entry is {at, kind, group, from, to, label,
 * note, code, bad, raw, text}, times in milliseconds; states and calls are stretches of time; quality are samples of
 * CallQuality. Throws if the text is not a recording.
 */
export function readRecording(text) {
  const lines = text.split("\n").filter((line) => line.trim());
  const parsed = lines.map((line) => {
    try {
      return JSON.parse(line);
    } catch (noJson) {
      return null;
    }
  });
  if (parsed[0]?.Kind !== "recording") {
    throw new Error("no recording");
  }
  const entries = parsed.slice(1).filter((raw) => raw && typeof raw === "object").map(entryOf);
  const length = entries.at(-1)?.at ?? 0;
  return { head: parsed[0], entries, states: statesOf(entries, length), calls: callsOf(entries, length), quality: qualityOf(entries), length };
}

function entryOf(raw) {
  const kind = String(raw.Kind ?? "");
  const [from, to] = ways[kind] ?? ["sdk", "sdk"];
  const code = codeOf(raw, kind);
  return {
    at: Number(raw.T ?? 0) / 1000,
    kind,
    group: groups[kind] ?? "other",
    from,
    to,
    label: labelOf(raw, kind),
    code,
    bad: !fine.includes(code) || kind === "closed" || (kind === "dial" && Boolean(raw.N)) || (kind === "token" && Boolean(raw.N)),
    raw,
    text: JSON.stringify(raw).toLowerCase(),
  };
}

function labelOf({ Text, Method, Frame, N }, kind) {
  switch (kind) {
    case "in":
    case "out":
      return Frame?.Method ?? (Frame?.rcode !== undefined ? `rcode ${Frame.rcode}` : (Text ?? kind));
    case "settled":
      return [Method, Text].filter(Boolean).join(" ");
    case "answer":
      return ["HTTP", N, Method].filter(Boolean).join(" ");
    case "retry":
      return N === undefined ? kind : `${kind} ${Math.round(N / 1000)} ms`;
    default:
      return Method ?? (typeof Text === "string" && Text !== "" ? Text : kind);
  }
}

function codeOf({ Text, Frame, N }, kind) {
  switch (kind) {
    case "settled":
      return String(Text ?? "");
    case "in":
      return String(Frame?.ErrCode ?? Frame?.rcode ?? "");
    case "answer":
      return String(N ?? "");
    case "closed":
      return String(Text ?? "");
    default:
      return "";
  }
}

/** The stretches of the connection's state; an entry has the form "before input after". */
function statesOf(entries, length) {
  const stretches = [];
  for (const { at, kind, raw } of entries) {
    if (kind === "state" && typeof raw.Text === "string") {
      const state = raw.Text.split(" ").at(-1);
      const last = stretches.at(-1);
      if (last) {
        last.to = at;
      }
      stretches.push({ state, from: at, to: length });
    }
  }
  return stretches;
}

/** The stretches of calls, from the first frame that names a CallID to the one that ends it. */
function callsOf(entries, length) {
  const calls = new Map();
  for (const { at, kind, raw } of entries) {
    const id = kind === "in" && (raw.Frame?.CallID ?? raw.Frame?.Data?.CallID);
    if (!id) {
      continue;
    }
    const call = calls.get(id) ?? { id, from: at, to: length, over: false };
    calls.set(id, call);
    if (over.includes(raw.Frame.Method)) {
      call.to = at;
      call.over = true;
    } else if (call.over && raw.Frame.Method !== "ExtensionStateChange") {
      call.to = length;
      call.over = false;
    }
  }
  return [...calls.values()];
}

/** The samples of the calls' sound quality, wherever a recording has them. */
function qualityOf(entries) {
  return entries.flatMap(({ at, raw }) => {
    const data = [raw.Frame, raw.Frame?.Quality, raw.Data, raw.Args?.[0]].find((each) => typeof each?.Mos === "number");
    return data ? [{ at, mos: data.Mos, loss: data.PacketLoss ?? 0, delay: data.RoundTripTime ?? 0, jitter: data.Jitter ?? 0 }] : [];
  });
}
