// Reads and writes the parts of a WebAssembly module that js/build changes. The format is that of the specification's
// chapter "Binary Format".

/** The ids of the sections that are read or written here. */
export const section = { memory: 5, global: 6, export: 7, data: 11 };

const header = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];

/** sectionsOf returns a module's sections in order, each with its id and its bytes, without the size. */
export function sectionsOf(bytes) {
  const sections = [];
  const from = new Reader(bytes, header.length);
  while (from.at < bytes.length) {
    const id = from.byte();
    sections.push({ id, body: from.bytes(from.unsigned()) });
  }
  return sections;
}

/** moduleOf writes sections; `changed` maps the ids of some to new bodies. */
export function moduleOf(sections, changed) {
  const parts = sections.map(({ id, body }) => {
    const other = changed[id] ?? body;
    return Buffer.concat([Buffer.from([id, ...unsigned(other.length)]), other]);
  });
  return Buffer.concat([Buffer.from(header), ...parts]);
}

/** bodyOf returns the body of a section that must occur exactly once. */
export function bodyOf(sections, id) {
  const found = sections.filter((one) => one.id === id);
  if (found.length !== 1) {
    throw new Error(`the module has ${found.length} sections of id ${id}, not one`);
  }
  return found[0].body;
}

/** Reader parses a section. */
export class Reader {
  constructor(from, at = 0) {
    this.from = from;
    this.at = at;
  }

  byte() {
    return this.from[this.at++];
  }

  bytes(size) {
    this.at += size;
    return this.from.subarray(this.at - size, this.at);
  }

  /** An unsigned LEB128 of up to 32 bits. */
  unsigned() {
    let value = 0;
    let shift = 1;
    let byte;
    do {
      byte = this.byte();
      value += (byte & 0x7f) * shift;
      shift *= 128;
    } while (byte & 0x80);
    return value;
  }

  /** A signed LEB128, as BigInt. */
  signed() {
    let value = 0n;
    let shift = 0n;
    let byte;
    do {
      byte = this.byte();
      value |= BigInt(byte & 0x7f) << shift;
      shift += 7n;
    } while (byte & 0x80);
    return BigInt.asIntN(Number(shift), value);
  }

  rest() {
    return this.from.subarray(this.at);
  }
}

/** unsigned returns the bytes of an unsigned LEB128. */
export function unsigned(value) {
  const bytes = [];
  do {
    const more = value > 0x7f;
    bytes.push((value % 128) | (more ? 0x80 : 0));
    value = Math.floor(value / 128);
  } while (value > 0);
  return bytes;
}

/** signed returns the bytes of a signed LEB128 of a number or a BigInt. */
export function signed(value) {
  const bytes = [];
  let rest = BigInt(value);
  for (;;) {
    const byte = Number(rest & 0x7fn);
    rest >>= 7n;
    if ((rest === 0n && !(byte & 0x40)) || (rest === -1n && byte & 0x40)) {
      bytes.push(byte);
      return bytes;
    }
    bytes.push(byte | 0x80);
  }
}
