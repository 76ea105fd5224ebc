import { describe, expect, it } from 'vitest';
import { addManyLimits } from '../../../../../src/options/pins/add-many/reading/row.ts';
import { type Progress, type Source, textOf } from '../../../../../src/options/pins/add-many/reading/source.ts';

async function read(source: Source): Promise<{ text: string } & Progress> {
  const progress: Progress = { read: 0, stopped: null };
  let text = '';
  for await (const part of textOf(source, progress)) text += part;
  return { text, ...progress };
}

/** Creates a short file that claims the given size. */
const longFile = (size: number): Blob =>
  Object.defineProperty(new Blob(['3EB0796DC6B777C0C7CD']), 'size', { value: size });

describe('a source', () => {
  it.each<[string, Source, string]>([
    ['a text', 'ação', 'ação'],
    ['a long text', 'x'.repeat(600_000), 'x'.repeat(600_000)],
    ['a file in UTF-8', new Blob(['ação']), 'ação'],
    ['a file in UTF-16', new Blob([new Uint8Array([0xff, 0xfe, 0xe7, 0x00, 0x61, 0x00])]), 'ça'],
    ['a file of Excel for Windows', new Blob([new Uint8Array([0x61, 0xe7, 0xe3, 0x6f])]), 'ação'],
    ['nothing', '', ''],
  ])('a source is read whole: %s', async (_, source, text) =>
    expect(await read(source)).toMatchObject({ text, stopped: null }),
  );

  it('a file is never cut inside a letter', async () => {
    const text = 'é😀'.repeat(100_000);
    expect((await read(new Blob([text]))).text).toBe(text);
  });

  it.each([
    [[0xe7, 0x61], 'ça'],
    [[0xe7], 'ç'],
  ] as const)('a file is read as one of Windows also if only %j at its end says so', async (end, letters) =>
    expect((await read(new Blob(['x'.repeat(300_000), new Uint8Array(end)]))).text).toBe('x'.repeat(300_000) + letters),
  );

  it('a file that is too long, and cut inside a letter, is still read as UTF-8', async () => {
    const cut = new Blob([new TextEncoder().encode('ação').slice(0, 2)]);
    const long = Object.defineProperty(cut, 'size', { value: addManyLimits.bytes + 1 });
    expect((await read(long)).text).toBe('a\ufffd');
  });

  it('a binary file is not read', async () =>
    expect(await read(new Blob(['PK\u0003\u0004\0\0']))).toMatchObject({ text: '', stopped: 'binary' }));

  it.each([
    [addManyLimits.bytes, null],
    [addManyLimits.bytes + 1, 'size'],
  ])('a source of %j bytes is read up to the limit', async (size, stopped) =>
    expect(await read(longFile(size))).toMatchObject({ text: '3EB0796DC6B777C0C7CD', stopped }),
  );
});
