import { addManyLimits, type Stop } from './row';

/** What is to be read: a pasted text, or a file. */
export type Source = string | Blob;

/** A part of a long text, in UTF-16 units. */
const partBytes = 256 * 1024;

/** How far reading has come, and why it ended before the end. */
export interface Progress {
  read: number;
  stopped: Stop | null;
}

/** The text of a source in parts, as far as the limits allow. */
export async function* textOf(source: Source, progress: Progress): AsyncGenerator<string> {
  const parts = typeof source === 'string' ? partsOf(source) : decoded(source, progress);
  for await (const part of parts) {
    if (part.includes('\0')) {
      progress.stopped = 'binary';
      return;
    }
    if (typeof source === 'string') progress.read += part.length;
    yield part;
  }
  if (sizeOf(source) > addManyLimits.bytes) progress.stopped ??= 'size';
}

/** Of a text in UTF-16 units, of a file in bytes. */
export const sizeOf = (source: Source): number => (typeof source === 'string' ? source.length : source.size);

function* partsOf(text: string): Generator<string> {
  for (let at = 0; at < Math.min(text.length, addManyLimits.bytes); at += partBytes)
    yield text.slice(at, at + partBytes);
}

async function* decoded(file: Blob, progress: Progress): AsyncGenerator<string> {
  const decoder = new TextDecoder(await encodingOf(file));
  for await (const part of bytesOf(file)) {
    progress.read += part.length;
    yield decoder.decode(part, { stream: true });
  }
  yield decoder.decode();
}

/** Excel saves "Unicode text" in UTF-16, and "CSV" as Windows did before Unicode: `Ação` is no UTF-8 there. */
async function encodingOf(file: Blob): Promise<string> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const part of bytesOf(file)) decoder.decode(part, { stream: true });
    // What is too long is cut, perhaps inside a letter.
    if (file.size <= addManyLimits.bytes) decoder.decode();
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

async function* bytesOf(file: Blob): AsyncGenerator<Uint8Array> {
  const reader = file.slice(0, addManyLimits.bytes).stream().getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
}
