// Runs a Go program until it waits for the page, and writes a module that begins in that state.
import { readFile, writeFile } from "node:fs/promises";

import { bundle } from "./scripts.mjs";
import { shed } from "./shed.mjs";
import { bodyOf, moduleOf, Reader, section, sectionsOf, signed, unsigned } from "./sections.mjs";

const I32 = 0x7f;
const I64 = 0x7e;
const CONST = { [I32]: 0x41, [I64]: 0x42 };
const END = 0x0b;
const PAGE = 65536;
/** The minimum number of zeros between two stretches of data that justifies another segment's header. */
const GAP = 64;
/** The number of segments that browsers accept. */
const MOST_SEGMENTS = 100_000;

/**
 * The state of Go's random numbers (internal/chacha8rand.State) is 32 words of numbers and 4 of their seed, of 8 bytes
 * each. There are two: one for the program, one for its only thread.
 */
const RANDOM = { words: 36, states: 2 };

/**
 * initialise writes the module in its state after its start, so that a page need not run the start: its memory and its
 * globals are those of the program when it first waits. Returns what the page must supply: `values`, the paths of the
 * JavaScript values that Go holds; `random`, the addresses where the page puts its own random numbers; and `buckets`, the
 * place and length of the table that it writes.
 *
 * The same module gives the same bytes: clock and random numbers are constant while it runs. A second run with others
 * finds what depends on them. It throws if a release of Go starts in a way that cannot be saved.
 */
export async function initialise(module, output) {
  const sections = sectionsOf(await readFile(module));
  const globals = globalsOf(bodyOf(sections, section.global));
  const seen = moduleOf(sections, { [section.export]: withGlobals(bodyOf(sections, section.export), globals) });
  const { goProgram } = await loader();
  const run = (seed) => runToItsWait(goProgram, seen, globals, seed);
  const [first, other] = [await run(0x5bd1e995), await run(0x1b873593)];
  const random = randomStates(first.memory, other.memory);
  const { buckets } = await shed(first.memory);
  await writeFile(
    output,
    moduleOf(sections, {
      [section.memory]: memorySection(bodyOf(sections, section.memory), first.memory),
      [section.global]: globalSection(globals, first.state),
      [section.data]: dataSection(first.memory),
    }),
  );
  return { values: first.values, random, buckets };
}

/** The page's own loader. */
async function loader() {
  const form = { source: "src/go.ts", name: "go.mjs", format: "esm", target: "es2022" };
  const [{ code }] = await bundle([form], "", {});
  return import(`data:text/javascript;base64,${Buffer.from(code).toString("base64")}`);
}

/** Runs the program until it waits for the page, and returns its state then. */
async function runToItsWait(goProgram, module, globals, seed) {
  const world = makeWorld(seed);
  const refused = (what) => {
    throw new Error(`the module ${what} before it is used: it cannot be started ahead`);
  };
  const go = goProgram(world.object, { toPage: () => refused("speaks to the page") });
  Object.assign(
    go.imports.gojs,
    world.imports(() => new DataView(instance.exports.mem.buffer)),
  );
  for (const name of ["runtime.scheduleTimeoutEvent", "runtime.wasmWrite", "runtime.wasmExit"]) {
    go.imports.gojs[name] = () => refused(`uses ${name}`);
  }
  const { instance } = await WebAssembly.instantiate(module, go.imports);
  // It reaches its wait synchronously; anything later is refused.
  let wrong;
  go.run(instance)
    .then(() => refused("ends"))
    .catch((error) => {
      wrong = error;
    });
  await new Promise((resolve) => setImmediate(resolve));
  if (wrong) {
    throw wrong;
  }
  return {
    memory: new Uint8Array(instance.exports.mem.buffer),
    state: globals.map((_, at) => instance.exports[`global${at}`].value),
    values: go.values.slice(7).map((value) => world.pathOf(value) ?? refused(`holds ${String(value)}`)),
  };
}

/** A constant world whose values are identified by their paths. */
function makeWorld(seed) {
  const object = { fs: { constants: {} }, Object, Array, Uint8Array };
  const paths = new Map(
    [
      ["fs", object.fs],
      ["fs.constants", object.fs.constants],
    ].map(([path, value]) => [value, path]),
  );
  for (const flag of ["O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC", "O_APPEND", "O_EXCL", "O_DIRECTORY"]) {
    object.fs.constants[flag] = -1;
  }
  for (const name of ["Object", "Array", "Uint8Array"]) {
    paths.set(object[name], name);
  }
  let state = seed;
  const imports = (view) => ({
    "runtime.getRandomData"(sp) {
      const at = Number(view().getBigUint64(sp + 8, true));
      const size = Number(view().getBigUint64(sp + 16, true));
      for (let i = 0; i < size; i++) {
        // A linear congruential generator: the numbers only have to differ.
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        view().setUint8(at + i, state >>> 24);
      }
    },
    "runtime.nanotime1": (sp) => view().setBigInt64(sp + 8, 1n, true),
    "runtime.walltime"(sp) {
      view().setBigInt64(sp + 8, 0n, true);
      view().setInt32(sp + 16, 0, true);
    },
  });
  return { object, imports, pathOf: (value) => paths.get(value) };
}

function globalsOf(body) {
  const from = new Reader(body);
  return Array.from({ length: from.unsigned() }, () => {
    const type = from.byte();
    const mutable = from.byte();
    const operation = from.byte();
    from.signed();
    if (!CONST[type] || operation !== CONST[type] || from.byte() !== END) {
      throw new Error("the module has a global that is no plain number");
    }
    return { type, mutable };
  });
}

/** The exports, with the globals added. */
function withGlobals(body, globals) {
  const from = new Reader(body);
  const count = from.unsigned();
  const more = globals.map((_, at) => {
    const name = Buffer.from(`global${at}`);
    return Buffer.concat([Buffer.from([name.length]), name, Buffer.from([3, ...unsigned(at)])]);
  });
  return Buffer.concat([Buffer.from(unsigned(count + globals.length)), from.rest(), ...more]);
}

function globalSection(globals, state) {
  const bytes = globals.flatMap(({ type, mutable }, at) => [type, mutable, CONST[type], ...signed(state[at]), END]);
  return Buffer.from([...unsigned(globals.length), ...bytes]);
}

/** The memory's limits, with its size at the wait. */
function memorySection(body, memory) {
  const from = new Reader(body);
  if (from.unsigned() !== 1) {
    throw new Error("the module has not one memory");
  }
  const flags = from.byte();
  from.unsigned();
  return Buffer.concat([Buffer.from([1, flags, ...unsigned(memory.length / PAGE)]), from.rest()]);
}

/** All of the memory that is not zero. */
function dataSection(memory) {
  const segments = [];
  let from = -1;
  let last = -1;
  for (let at = 0; at < memory.length; at++) {
    if (memory[at] === 0) {
      continue;
    }
    if (from >= 0 && at - last > GAP) {
      segments.push([from, last + 1]);
      from = at;
    } else if (from < 0) {
      from = at;
    }
    last = at;
  }
  segments.push([from, last + 1]);
  if (segments.length > MOST_SEGMENTS) {
    throw new Error(`the module's memory has ${segments.length} segments, more than a browser takes`);
  }
  return Buffer.concat([
    Buffer.from(unsigned(segments.length)),
    ...segments.flatMap(([start, end]) => [
      Buffer.from([0, CONST[I32], ...signed(start | 0), END, ...unsigned(end - start)]),
      memory.subarray(start, end),
    ]),
  ]);
}

/**
 * Where Go stores the state of its random numbers: stretches of that length whose words all depend on the seed, followed
 * by the state's three counters, which do not.
 */
function randomStates(memory, other) {
  const words = [memory, other].map(({ buffer }) => new BigUint64Array(buffer));
  const counters = new Uint32Array(memory.buffer);
  const areCounters = (at) => {
    const [used, most, count] = counters.subarray(at, at + 3);
    return used <= most && (most === 32 || most === 28) && count <= 16;
  };
  const found = [];
  let length = 0;
  for (let at = 0; at <= words[0].length; at++) {
    if (at < words[0].length && words[0][at] !== words[1][at]) {
      length++;
      continue;
    }
    if (length === RANDOM.words && areCounters(at * 2)) {
      found.push((at - length) * 8);
    }
    length = 0;
  }
  if (found.length !== RANDOM.states) {
    throw new Error(`this Go keeps ${found.length} states of random numbers, not ${RANDOM.states}: look into package runtime`);
  }
  return found;
}
