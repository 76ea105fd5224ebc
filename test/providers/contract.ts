import { describe, expect, it } from 'vitest';
import { type Address, durations, type Provider } from '../../src/providers/index.ts';
import type { Reference } from '../../src/references/index.ts';
import { describeAnswers } from './contract/answers.ts';
import { describeChatLists } from './contract/chat-lists.ts';
import { describeFields } from './contract/fields.ts';
import type { Fixture } from './fixture.ts';

/** The address of a complete reference. */
export function addressOf(record: Provider, reference: Reference): Address {
  const address = record.address(reference);
  if (typeof address === 'string') throw new Error(`${record.label} refuses a complete reference: ${address}`);
  return address;
}

/** Tests what every provider must do. The fixture holds the values of the documentation of the provider. */
export function describeProvider(record: Provider, fixture: Fixture): void {
  const { credentials, messages, chats } = fixture;

  describe.each(Object.entries(messages))('a message in %s', (_where, message) => {
    const address = addressOf(record, message.reference);
    const sent = ({ body = 'null', ...request }: { body?: string }) => ({
      ...request,
      body: JSON.parse(body) as unknown,
    });

    it.each(durations)('a message is pinned for %s days as documented', (days) =>
      expect(sent(record.pin(credentials, address, days).request)).toEqual(sent(message.pin[days])),
    );

    it('a message is unpinned as documented', () =>
      expect(sent(record.unpin(credentials, address, 7).request)).toEqual(sent(message.unpin)));

    it('the address of a message keeps its id', () => {
      const { messageId, serialized } = message.reference;
      expect([messageId, serialized]).toContain(address.messageId);
    });
  });

  describe('the address of a complete reference', () => {
    it.each(Object.entries(chats))(
      'the address of a complete reference in a chat of the kind %s is as documented',
      (_kind, { reference, address }) => expect(record.address(reference)).toEqual(address),
    );
  });

  it('a key that was built by hand is not looked up', () => {
    const bare = { messageId: '3EB0796DC6B777C0C7CD', chat: '919487126251@c.us' };
    const built = record.composeKey?.(bare, { fromMe: true, author: null }, []);
    if (built === undefined) expect(record.needsKey?.(bare) ?? false).toBe(false);
    else expect([typeof built, typeof built === 'object' && record.needsKey?.(built)]).toEqual(['object', false]);
  });

  describe('every request', () => {
    const to = addressOf(record, messages['a private chat'].reference);
    const calls = Object.entries({
      pin: record.pin(credentials, to, 7),
      unpin: record.unpin(credentials, to, 7),
      check: record.check(credentials),
      identify: record.identify?.(credentials),
      choices: record.choices?.list(credentials),
    }).flatMap(([name, call]) => (call ? [{ name, request: call.request }] : []));
    const secrets = record.fields.flatMap(({ name, secret }) => (secret ? [credentials[name] ?? ''] : []));

    it.each(calls)('the request $name goes to the origin of the record, over https', ({ request }) => {
      expect(new URL(request.url).origin).toBe(record.origin);
      expect(new URL(request.url).protocol).toBe('https:');
    });

    it.each(calls)('the request $name has no secret in its body', ({ request }) =>
      expect(secrets.filter((secret) => request.body?.includes(secret))).toEqual([]),
    );

    it.each(calls)('the request $name has no query and no fragment', ({ request }) => {
      const { search, hash } = new URL(request.url);
      expect(search + hash).toBe('');
    });

    it.each(calls.filter(({ name }) => name === 'check' || name === 'identify' || name === 'choices'))(
      'the request $name only reads',
      ({ request }) => expect(request).toMatchObject({ method: 'GET' }),
    );
  });

  describeFields(record, fixture);
  describeAnswers(record, fixture);
  describeChatLists(record, fixture);
}
