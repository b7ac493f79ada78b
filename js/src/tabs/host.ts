import type { Options } from "../options.gen";
import type { askToken } from "../provider";
import type { Runtime } from "../runtime";

/** The way to a core, as an instance has it. */
export type Way = Pick<Runtime, "add" | "remove" | "post">;

/** Makes the way to a core that tabs share, where the core of this tab is the runtime's; `ask` calls GetToken. */
export type Share = (own: Way, options: Options, ask: typeof askToken) => Promise<Way>;
