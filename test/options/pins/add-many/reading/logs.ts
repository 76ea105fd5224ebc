/** Returns a different id for each number. */
export const idOf = (number: number): string => `3EB0${number.toString(16).toUpperCase().padStart(18, '0')}`;
const chatOf = (number: number): string => `5511${900_000_000 + number}`;

const each = (count: number, line: (number: number) => string): string =>
  Array.from({ length: count }, (_, number) => line(number)).join('');

/** Texts of many messages, each in another chat. */
export const logs: Readonly<Record<string, (count: number) => string>> = {
  keys: (count) => each(count, (n) => `true_${chatOf(n)}@c.us_${idOf(n)}\n`),
  'log lines': (count) =>
    each(count, (n) => `2026-08-02T14:03:11Z INFO [webhook] {"messageId":"${idOf(n)}","phone":"${chatOf(n)}"}\n`),
  'log lines with open brackets': (count) =>
    each(count, (n) => `INFO [webhook {"messageId":"${idOf(n)}","phone":"${chatOf(n)}"}} :] [ {\n`),
  'JSON lines': (count) =>
    each(count, (n) => `${JSON.stringify({ key: { id: idOf(n), remoteJid: `${chatOf(n)}@s.whatsapp.net` } })}\n`),
  'a JSON array': (count) => JSON.stringify(Array.from({ length: count }, (_, n) => record(n))),
  'a JSON array in lines': (count) =>
    JSON.stringify({ data: Array.from({ length: count }, (_, n) => record(n)) }, null, 2),
  'records between blank lines': (count) => each(count, (n) => `messageId: ${idOf(n)}\nphone: ${chatOf(n)}\n\n`),
};

const record = (n: number) => ({
  text: 'a } "quoted" ] bracket',
  details: { from: { a: [1] } },
  messageId: idOf(n),
  phone: chatOf(n),
});

/** Cuts a text into chunks of these lengths. */
export async function* chunksOf(text: string, lengths: readonly number[]): AsyncGenerator<string> {
  for (let offset = 0, part = 0; offset < text.length; part += 1) {
    const length = lengths[part % lengths.length] ?? text.length;
    yield text.slice(offset, offset + length);
    offset += length;
  }
}

export async function gather<T>(parts: AsyncIterable<readonly T[]>): Promise<T[]> {
  const all: T[] = [];
  for await (const part of parts) all.push(...part);
  return all;
}
