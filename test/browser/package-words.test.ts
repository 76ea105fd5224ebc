import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

interface Message {
  message: string;
  description?: string;
  placeholders?: Record<string, { content: string; example?: string }>;
}

const root = new URL('../../', import.meta.url);
const readMessages = async (folder: string, language: string): Promise<Record<string, Message>> =>
  JSON.parse(await readFile(new URL(`${folder}/_locales/${language}/messages.json`, root), 'utf8'));

/** Returns a message as it is shown, without the parts that only translators read. */
function withoutNotes({ message, placeholders }: Message): Message {
  if (!placeholders) return { message };
  const contents = Object.entries(placeholders).map(([name, { content }]) => [name, { content }] as const);
  return { message, placeholders: Object.fromEntries(contents) };
}

test('package: all words of every language are shipped, without the descriptions and examples for translators', async () => {
  const languages = await readdir(new URL('public/_locales/', root));
  expect(await readdir(new URL('dist/_locales/', root))).toEqual(languages);
  for (const language of languages) {
    const messages = Object.entries(await readMessages('public', language));
    expect(messages.length).toBeGreaterThan(0);
    const expected = Object.fromEntries(messages.map(([key, message]) => [key, withoutNotes(message)]));
    expect(await readMessages('dist', language)).toEqual(expected);
  }
});
