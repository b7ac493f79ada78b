// The sound of Chromium's fake microphone.
import { mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const rate = 48_000;

/** Writes a second of a tone as a WAV file, which the fake microphone repeats seamlessly, and returns its path. */
export function toneFile(hertz: number): string {
  const samples = Buffer.alloc(rate * 2);
  for (let i = 0; i < rate; i++) {
    samples.writeInt16LE(Math.round(0.5 * 32767 * Math.sin((2 * Math.PI * hertz * i) / rate)), 2 * i);
  }
  const header = Buffer.alloc(44);
  header.write("RIFF", 0);
  header.writeUInt32LE(36 + samples.length, 4);
  header.write("WAVEfmt ", 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20); // PCM
  header.writeUInt16LE(1, 22); // one channel
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write("data", 36);
  header.writeUInt32LE(samples.length, 40);
  const folder = join(tmpdir(), "ccpaas-e2e");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `tone-${hertz}.wav`);
  writeFileSync(file, Buffer.concat([header, samples]));
  return file;
}
