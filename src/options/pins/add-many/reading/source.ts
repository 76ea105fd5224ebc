import { addManyLimits, type StopReason } from './row';

/** The input of Add many: a pasted text, or a file. */
export type Source = string | Blob;

/** The length of the parts that a text is read in, in UTF-16 units. */
const partLength = 256 * 1024;

export interface Progress {
  /** UTF-16 units of a text, or bytes of a file, read so far. */
  read: number;
  /** The reason why reading ended early; null if it did not. */
  stopped: StopReason | null;
}

/** Yields the text of a source in parts, up to `addManyLimits`. Updates `progress` after each part. */
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

/** Returns the size of a source: the UTF-16 units of a text, or the bytes of a file. */
export const sizeOf = (source: Source): number => (typeof source === 'string' ? source.length : source.size);

function* partsOf(text: string): Generator<string> {
  for (let start = 0; start < Math.min(text.length, addManyLimits.bytes); start += partLength)
    yield text.slice(start, start + partLength);
}

async function* decoded(file: Blob, progress: Progress): AsyncGenerator<string> {
  const decoder = new TextDecoder(await encodingOf(file));
  for await (const part of bytesOf(file)) {
    progress.read += part.length;
    yield decoder.decode(part, { stream: true });
  }
  yield decoder.decode();
}

/** Excel saves "Unicode text" in UTF-16, and "CSV" in Windows-1252, where `Ação` is not valid UTF-8. */
async function encodingOf(file: Blob): Promise<string> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const part of bytesOf(file)) decoder.decode(part, { stream: true });
    // A file beyond the limit is cut, perhaps inside a letter.
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
