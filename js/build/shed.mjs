// Removes from a Go program's memory what only its stack traces need, and what the loader can write.
import { goenv } from "./go.mjs";

/** The release of Go whose package runtime has the tables in this form (moduledata, pcHeader, _func). */
const KNOWN = "go1.26";
/** abi.CurrentPCLnTabMagic, two zeros, the size of an instruction and of a pointer. */
const HEADER = [0xf1, 0xff, 0xff, 0xff, 0, 0, 1, 8];

/** The members of runtime.moduledata, as numbers of words. */
const module = { header: 0, names: 1, units: 4, files: 7, tables: 10, functions: 13, index: 16, buckets: 19, first: 20, last: 21 };
/** The members of runtime._func, in bytes. */
const func = { name: 4, stack: 16, file: 20, line: 24, tables: 28, unit: 32, startLine: 36, size: 44 };

/**
 * shed zeroes tables of a started program that it does not need, or that the loader can write. Returns the place of the
 * latter. It throws if the tables are not those of the release that it was written for.
 */
export async function shed(memory) {
  const version = await goenv("GOVERSION");
  if (!version.startsWith(KNOWN)) {
    throw new Error(`${version}: compare js/build/shed.mjs with runtime.moduledata, pcHeader, _func and findfuncbucket of this Go`);
  }
  const view = new DataView(memory.buffer);
  const word = (at) => Number(view.getBigUint64(at, true));
  const at = moduleData(memory, word);
  shedNames(memory, view, word, at);
  return { buckets: shedBuckets(memory, view, word, at) };
}

/** A function's code takes 16 addresses of 4096 each, and there is a bucket for each of those. */
const bucket = { size: 20, of: 4096, each: 16 };

/**
 * Zeroes runtime.findfunctab, which finds a function by its address: a quarter of the module, and the loader can write it.
 * Returns where it is, in words, and how many buckets the loader has to write.
 */
function shedBuckets(memory, view, word, at) {
  const from = word(at + 8 * module.buckets);
  const count = Math.floor((word(at + 8 * module.last) - word(at + 8 * module.first)) / bucket.of);
  for (let i = 0; i < count; i++) {
    const start = from + i * bucket.size;
    const subs = memory.subarray(start + 4, start + bucket.size);
    if (view.getUint32(start, true) !== Math.floor(i / bucket.each) || subs.some((sub) => sub !== 0)) {
      throw new Error("this Go finds functions by another table: compare js/build/shed.mjs with runtime.findfuncbucket");
    }
    view.setUint32(start, 0, true);
  }
  if (from % 4 !== 0) {
    throw new Error("the table of functions is not aligned");
  }
  return [from / 4, count];
}

/**
 * Zeroes the tables of names, files and lines, which are a seventh of the module after compression. The program reads them
 * only for the text of a trace, in which functions then have no name. What the program needs to run stays: the sizes of
 * frames, and the positions of pointers in them.
 */
function shedNames(memory, view, word, at) {
  const slice = (member, size = 1) => {
    const [from, length, capacity] = [0, 1, 2].map((i) => word(at + 8 * (member + i)));
    if (length !== capacity || from + length * size > memory.length) {
      throw new Error("this module's tables are not where they are looked for");
    }
    return { from, size: length * size };
  };

  const tables = slice(module.tables);
  const kept = new Set();
  for (const f of functions(slice(module.functions), slice(module.index, 8), view)) {
    kept.add(view.getUint32(f + func.stack, true));
    for (let i = 0; i < view.getUint32(f + func.tables, true); i++) {
      kept.add(view.getUint32(f + func.size + 4 * i, true));
    }
    for (const member of [func.name, func.file, func.line, func.unit, func.startLine]) {
      view.setUint32(f + member, 0, true);
    }
  }
  zeroBetween(memory, tables, kept);
  for (const { from, size } of [slice(module.names), slice(module.units, 4), slice(module.files)]) {
    memory.fill(0, from, from + size);
  }
}

/** Where runtime.firstmoduledata is: it begins with the address of the header. */
function moduleData(memory, word) {
  const aligned = (fits) => {
    const found = [];
    for (let at = 0; at + 8 <= memory.length; at += 8) {
      if (fits(at)) {
        found.push(at);
      }
    }
    return found;
  };
  const headers = aligned((at) => HEADER.every((byte, i) => memory[at + i] === byte));
  // The first slice follows the header, and its length equals its capacity.
  const all = aligned((at) => headers.includes(word(at)) && word(at + 8) > word(at) && word(at + 16) === word(at + 24));
  if (all.length !== 1) {
    throw new Error(`this module has ${all.length} tables of functions, not one`);
  }
  return all[0];
}

/** The addresses of all functions' descriptions. The index has one more, the end. */
function* functions(table, index, view) {
  for (let i = 0; i < index.size / 8 - 1; i++) {
    yield table.from + view.getUint32(index.from + 8 * i + 4, true);
  }
}

/** Zeroes all tables except those that begin at the offsets. A table is pairs of numbers, ended by a first number of 0. */
function zeroBetween(memory, tables, offsets) {
  const stays = new Uint8Array(tables.size);
  // 0 means no table, all ones mean none of that kind.
  for (const offset of offsets) {
    if (offset === 0 || offset === 0xffffffff) {
      continue;
    }
    let at = offset;
    for (let first = true; ; first = false) {
      const from = tables.from + at;
      const value = varint(memory, from);
      if (at >= tables.size) {
        throw new Error("this module's tables have no end");
      }
      at += value.size;
      if (value.zero && !first) {
        break;
      }
      at += varint(memory, tables.from + at).size;
    }
    stays.fill(1, offset, at);
  }
  for (let i = 0; i < tables.size; i++) {
    if (!stays[i]) {
      memory[tables.from + i] = 0;
    }
  }
}

function varint(memory, from) {
  let at = from;
  while (memory[at] & 0x80) {
    at++;
  }
  return { size: at + 1 - from, zero: at === from && memory[from] === 0 };
}
