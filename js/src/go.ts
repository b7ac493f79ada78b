/**
 * Runs a program that Go compiled for the browser (GOOS=js). It replaces Go's own wasm_exec.js: it has only what this
 * module imports, and puts nothing on the page's global object. The build compares the module's imports with it, and
 * fails if Go's file is not the one that it was written for (js/build/go_loader.mjs).
 *
 * Go passes the address of a stack frame. Its arguments and results take 8 bytes each, from offset 8. A JavaScript value
 * takes 8 bytes: the number itself, 0 for undefined, or a NaN with a type in its upper half and an id in its lower half.
 */
export interface GoProgram extends GoMemory {
  readonly imports: WebAssembly.Imports;
  /** The values that Go refers to by their ids. */
  readonly values: unknown[];
  /** Starts the program, or resumes one whose start the build ran. Resolves when it has ended. */
  run(instance: WebAssembly.Instance, aside?: Aside | null): Promise<void>;
}

/** The state of a program whose start the build has already run (js/build/initialise.mjs). */
export interface Aside {
  /** The paths of the values that Go holds, starting at its first id. */
  values: string[];
  /** The addresses in memory where random numbers are missing. */
  random: number[];
  /** Where the table is by which Go finds the function of an address, in words, and its length (js/build/shed.mjs). */
  buckets: [at: number, count: number];
}

/** Texts in the program's memory, as UTF-8. */
export interface GoMemory {
  text(at: number, size: number): string;
  /** Writes a text and returns its length in bytes; `size` is the space for it. */
  write(text: string, at: number, size: number): number;
}

interface GoExports {
  mem: WebAssembly.Memory;
  run(argc: number, argv: number): void;
  resume(): void;
  getsp(): number;
}

interface FuncEvent {
  id: number;
  this: unknown;
  args: unknown[];
  result?: unknown;
}

const NAN = 0x7ff80000;
/** The size of the state of Go's random numbers, in bytes. */
const RANDOM = 288;
const types: { [type: string]: number } = { object: 1, string: 2, symbol: 3, function: 4 };
/** Shorter texts, in bytes, are mostly names. A loop reads them, as a call of the decoder takes longer. */
const SHORT = 64;
const { floor } = Math;
const { fromCharCode } = String;
const { isNaN: isNoNumber } = Number;

/** `world` is the program's global object, `ccpaas` what it imports under that name. */
export function goProgram(world: object, ccpaas: WebAssembly.ModuleImports = {}): GoProgram {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  let go: GoExports | undefined;
  let ended: () => void;
  let ints: Int32Array;
  let floats: Float64Array;
  let bytes: Uint8Array<ArrayBuffer>;
  let printed = "";
  const timers: { [id: number]: number } = {};
  let lastTimer = 0;

  // What Go accesses under the loader's name.
  const loader = {
    _pendingEvent: null as FuncEvent | null,
    _makeFuncWrapper: (id: number) =>
      function (this: unknown, ...args: unknown[]): unknown {
        const event: FuncEvent = { id, this: this, args };
        loader._pendingEvent = event;
        resume();
        return event.result;
      },
  };

  // The values that Go refers to by their ids, the number of references to each, and the ids that are free again.
  const values: unknown[] = [NaN, 0, null, true, false, world, loader];
  const held = values.map(() => Infinity);
  const free: number[] = [];

  const resume = (): void => {
    if (go) {
      go.resume();
    }
  };
  const memoryMoved = (): void => {
    const buffer = go!.mem.buffer as ArrayBuffer;
    ints = new Int32Array(buffer);
    floats = new Float64Array(buffer);
    bytes = new Uint8Array(buffer);
  };

  const integer = (at: number): number => (ints[at >>> 2]! >>> 0) + ints[(at + 4) >>> 2]! * 4294967296;
  const setInteger = (at: number, value: number): void => {
    ints[at >>> 2] = value;
    ints[(at + 4) >>> 2] = floor(value / 4294967296);
  };
  const load = (at: number): any => {
    const number = floats[at >>> 3]!;
    return number === 0 ? undefined : isNoNumber(number) ? values[ints[at >>> 2]!] : number;
  };
  const store = (at: number, value: unknown): void => {
    if (value === undefined || (typeof value === "number" && value && !isNoNumber(value))) {
      floats[at >>> 3] = (value as number) || 0;
      return;
    }
    // A linear search is enough: there are few values, as messages use none.
    let id = 0;
    if (!isNoNumber(value)) {
      while (++id < values.length && values[id] !== value) {}
      if (id === values.length && free.length) {
        id = free.pop()!;
      }
      values[id] = value;
    }
    held[id] = (held[id] || 0) + 1;
    ints[at >>> 2] = id;
    ints[(at + 4) >>> 2] = NAN | (value === null ? 0 : types[typeof value] || 0);
  };
  const part = (from: number, size: number): Uint8Array<ArrayBuffer> => bytes.subarray(from >>> 0, (from >>> 0) + size);
  const slice = (at: number): Uint8Array<ArrayBuffer> => part(integer(at), integer(at + 8));
  const text = (at: number, size: number): string => {
    const from = at >>> 0;
    let short = "";
    if (size < SHORT) {
      let end = from;
      while (end < from + size && bytes[end]! < 128) {
        short += fromCharCode(bytes[end++]!);
      }
      if (end === from + size) {
        return short;
      }
    }
    return decoder.decode(part(from, size));
  };
  const textAt = (at: number): string => text(integer(at), integer(at + 8));
  const list = (at: number): unknown[] => {
    const from = integer(at);
    const all: unknown[] = [];
    for (let i = 0; i < integer(at + 8); i++) {
      all[i] = load(from + i * 8);
    }
    return all;
  };
  /** Stores what a call returns or throws. The call may have run Go again, which may have moved the stack. */
  const called = (to: number, call: () => unknown): void => {
    let result: unknown;
    let ok = 1;
    try {
      result = call();
    } catch (error) {
      result = error;
      ok = 0;
    }
    const at = go!.getsp() + to;
    store(at, result);
    bytes[(at + 8) >>> 0] = ok;
  };

  const { get, set, apply, construct } = Reflect;
  const gojs: { [name: string]: (sp: number) => void } = {
    "runtime.wasmExit"() {
      go = undefined;
      ended();
    },
    "runtime.wasmWrite"(sp) {
      printed += decoder.decode(part(integer(sp + 16), ints[(sp + 24) >>> 2]!));
      const end = printed.lastIndexOf("\n");
      if (end >= 0) {
        console.log(printed.slice(0, end));
        printed = printed.slice(end + 1);
      }
    },
    "runtime.resetMemoryDataView": memoryMoved,
    "runtime.nanotime1"(sp) {
      // Later than the build's time, which is 1.
      setInteger(sp + 8, (performance.now() + 1) * 1e6);
    },
    "runtime.walltime"(sp) {
      const now = Date.now();
      setInteger(sp + 8, now / 1000);
      ints[(sp + 16) >>> 2] = (now % 1000) * 1e6;
    },
    "runtime.scheduleTimeoutEvent"(sp) {
      const id = ++lastTimer;
      const fire = (): void => {
        // Go clears the timer when it handles it, and may miss it the first time (golang/go#28975).
        while (go && timers[id] !== undefined) {
          resume();
        }
      };
      timers[id] = setTimeout(fire, integer(sp + 8));
      ints[(sp + 16) >>> 2] = id;
    },
    "runtime.clearTimeoutEvent"(sp) {
      const id = ints[(sp + 8) >>> 2]!;
      clearTimeout(timers[id]);
      delete timers[id];
    },
    "runtime.getRandomData"(sp) {
      crypto.getRandomValues(slice(sp + 8));
    },
    "syscall/js.finalizeRef"(sp) {
      const id = ints[(sp + 8) >>> 2]!;
      if (!--held[id]!) {
        values[id] = null;
        free.push(id);
      }
    },
    "syscall/js.stringVal"(sp) {
      store(sp + 24, textAt(sp + 8));
    },
    "syscall/js.valueGet"(sp) {
      const value = get(load(sp + 8), textAt(sp + 16));
      store(go!.getsp() + 32, value);
    },
    "syscall/js.valueSet"(sp) {
      set(load(sp + 8), textAt(sp + 16), load(sp + 32));
    },
    "syscall/js.valueIndex"(sp) {
      store(sp + 24, get(load(sp + 8), integer(sp + 16)));
    },
    "syscall/js.valueSetIndex"(sp) {
      set(load(sp + 8), integer(sp + 16), load(sp + 24));
    },
    "syscall/js.valueCall"(sp) {
      called(56, () => {
        const value = load(sp + 8);
        return apply(get(value, textAt(sp + 16)), value, list(sp + 32));
      });
    },
    "syscall/js.valueInvoke"(sp) {
      called(40, () => apply(load(sp + 8), undefined, list(sp + 16)));
    },
    "syscall/js.valueNew"(sp) {
      called(40, () => construct(load(sp + 8), list(sp + 16)));
    },
    "syscall/js.valueLength"(sp) {
      setInteger(sp + 16, load(sp + 8).length);
    },
    "syscall/js.valuePrepareString"(sp) {
      const encoded = encoder.encode(String(load(sp + 8)));
      store(sp + 16, encoded);
      setInteger(sp + 24, encoded.length);
    },
    "syscall/js.valueLoadString"(sp) {
      slice(sp + 16).set(load(sp + 8));
    },
    "syscall/js.copyBytesToJS"(sp) {
      const to = load(sp + 8) as Uint8Array;
      const from = slice(sp + 16);
      to.set(from);
      setInteger(sp + 40, from.length);
      bytes[(sp + 48) >>> 0] = 1;
    },
  };

  return {
    imports: { gojs, ccpaas },
    values,
    text,
    write(text, at, size) {
      const room = part(at, size);
      if (encoder.encodeInto) {
        return encoder.encodeInto(text, room).written;
      }
      // Chromium before 74.
      const encoded = encoder.encode(text);
      room.set(encoded);
      return encoded.length;
    },
    run(instance, aside) {
      go = instance.exports as unknown as GoExports;
      memoryMoved();
      return new Promise((resolve) => {
        ended = resolve;
        if (!aside) {
          return go!.run(0, 0);
        }
        for (let i = 0; i < aside.values.length; i++) {
          held[values.length] = Infinity;
          values[values.length] = aside.values[i]!.split(".").reduce((from, name) => get(from, name) as object, world);
        }
        for (let i = 0; i < aside.random.length; i++) {
          crypto.getRandomValues(part(aside.random[i]!, RANDOM));
        }
        for (let i = 0; i < aside.buckets[1]; i++) {
          ints[aside.buckets[0] + i * 5] = i >>> 4;
        }
      });
    },
  };
}
