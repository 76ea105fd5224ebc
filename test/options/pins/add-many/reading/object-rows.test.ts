import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idOf } from './logs.ts';
import { rowsOf } from './rows-of.ts';

const object = (n: number) => ({
  messageId: idOf(n),
  chat: `55119${80_000_000 + n}`,
  account: 'Support',
  action: 'unpin',
  days: 30,
});
const forms: Record<string, (count: number) => string> = {
  'lines of objects': (count) => Array.from({ length: count }, (_, n) => `${JSON.stringify(object(n))}\n`).join(''),
  'an array': (count) => JSON.stringify(Array.from({ length: count }, (_, n) => object(n))),
  'an array on many lines': (count) =>
    JSON.stringify(
      Array.from({ length: count }, (_, n) => object(n)),
      null,
      2,
    ),
};

describe('JSON that says account, action and duration', () => {
  it.each(Object.entries(forms))(
    'JSON with accounts, actions and durations is read the same however it is cut: %s',
    (_, make) =>
      fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 300, max: 3_000 }), async (count, size) => {
          const rows = await rowsOf(make(count), [64], size);
          expect(
            rows.map(({ lineNumber, reference, account, action, days }) => [
              lineNumber,
              reference?.messageId,
              account,
              action,
              days,
            ]),
          ).toEqual(Array.from({ length: count }, (_, n) => [n + 1, idOf(n), 'Support', 'unpin', 30]));
        }),
        { numRuns: 60 },
      ),
  );

  it('values of JSON that cannot be read are problems', async () => {
    const rows = await rowsOf(
      JSON.stringify([
        { ...object(1), days: 2 },
        { text: 'hello', action: 'pin' },
      ]),
    );
    expect(rows).toMatchObject([
      { unread: { duration: { problem: 'days-unknown', text: '2' } }, days: null },
      { reference: null, action: 'pin', messageText: '{"text":"hello"}' },
    ]);
  });

  it('a message deep inside a JSON object is found', async () => {
    const deep = { key: { id: idOf(1), remoteJid: '5511987654321@s.whatsapp.net', fromMe: true }, action: 'unpin' };
    expect(await rowsOf(JSON.stringify([deep]))).toMatchObject([
      { reference: { messageId: idOf(1), fromMe: true }, action: 'unpin' },
    ]);
  });
});
