import { socketQuery } from "./events.gen";
import type { Options } from "./options";
import { askToken } from "./provider";
import type { Answer } from "./provider";

const encode = window.encodeURIComponent;

/** How long an early token and socket may wait for the core, in milliseconds: as long as the core waits for GetToken. */
const FRESH = 10_000;

/** Excludes addresses that the core would refuse as unencrypted, and those that it would write differently. */
const opens = /^(wss:|ws:\/\/(localhost|127\.\d+\.\d+\.\d+)[:/])[^?#\s]+$/i;
const plain = /^[\w.@-]+ [\w.@-]+ [\w./+=:-]+ \d+$/;

/** A socket that the core has not asked for yet, and the events received from it. */
interface Opened {
  socket: WebSocket;
  heard: Event[];
}

const opened: { [url: string]: Opened } = {};

/** The class WebSocket as the core sees it: the socket that was opened ahead to that address, or a new one. */
export function Socket(url: string): WebSocket {
  const before = opened[url];
  if (!before) {
    return new WebSocket(url);
  }
  delete opened[url];
  const { socket, heard } = before;
  // After the core has attached its handlers. They receive later events directly.
  Promise.resolve().then(() => {
    for (let i = 0; i < heard.length; i++) {
      const handler = socket[("on" + heard[i]!.type) as "onmessage"];
      if (handler) {
        handler.call(socket, heard[i] as MessageEvent);
      }
    }
  });
  return socket;
}

/** What an instance fetches while the module still loads. */
export interface Ahead {
  /** The result of GetToken, for the first caller that asks in time. */
  take(): Promise<Answer> | undefined;
  /** Discards both: nobody will ask for them. */
  drop(): void;
}

/**
 * Gets an instance's token and opens a socket with it. The core asks for both as usual. It gets these if it asks for the
 * same, and decides whether they are valid.
 */
export function goAhead({ AppDataProvider, AppId, AgentId, Domain }: Options): Ahead {
  let url = "";
  // Not at once: the page may set what GetToken needs after the constructor.
  let asked: Promise<Answer> | undefined = Promise.resolve().then(() => new Promise((resolve) => askToken(AppDataProvider, resolve)));
  const dial = ([, json]: Answer): void => {
    const { timestamp, token } = JSON.parse(json) as { [name: string]: string };
    const given = [AppId, AgentId, token!, timestamp!];
    if (!asked || !opens.test(Domain) || !plain.test(given.join(" "))) {
      return;
    }
    const address = Domain + socketQuery.replace(/\d/g, (at) => encode(given[+at]!));
    if (opened[address]) {
      // Another instance opened one with the same token: one of the two is enough.
      return;
    }
    url = address;
    const heard: Event[] = [];
    const socket = new WebSocket(url);
    socket.onopen = socket.onmessage = socket.onclose = (event: Event) => heard.push(event);
    opened[url] = { socket, heard };
  };
  // The core finds and reports what is not a token or cannot be dialled.
  asked.then(dial).catch(() => undefined);
  const drop = (): void => {
    const mine = opened[url];
    asked = undefined;
    delete opened[url];
    if (mine) {
      mine.socket.close(1000);
    }
  };
  setTimeout(drop, FRESH);
  return {
    take() {
      const answer = asked;
      asked = undefined;
      return answer;
    },
    drop,
  };
}
