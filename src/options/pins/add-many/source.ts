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
  const mark = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  // Excel's "Unicode text".
  const isUtf16 = mark[0] === 0xff && mark[1] === 0xfe;
  const decoder = new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8');
  const reader = file.slice(0, addManyLimits.bytes).stream().getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    progress.read += part.value.length;
    yield decoder.decode(part.value, { stream: true });
  }
  yield decoder.decode();
}
