import { describe, expect, it } from 'vitest';
import type { Provider } from '../../../src/providers/index.ts';
import { answer, type Fixture } from '../fixture.ts';

/** The part of the contract about listing chats. */
export function describeChatLists(record: Provider, { credentials }: Fixture): void {
  const list = (page: number | null) => record.listChats(credentials, page);

  it.each([null, 3])('page %s of the chats is requested with GET, and no secret is in the query', (page) => {
    const { method, url, body } = list(page).request;
    expect([method, body]).toEqual(['GET', undefined]);
    expect(new URL(url).search).toMatch(/^\?[a-zA-Z]+=\d+(&[a-zA-Z]+=\d+)*$/);
  });

  describe('the answer to a list of chats', () => {
    it.each(['', '<html>', '[', '{}', 'null', '"x"', '{"chats":7}', '[[]]', '[null,7,{"phone":{}}]'])(
      'the answer %s to a list of chats is read as a page or a failure',
      (body) => {
        const result = list(null).read(answer(200, body));
        expect('kind' in result || Array.isArray(result.chats)).toBe(true);
      },
    );

    it.each([401, 403, 404, 429, 500, 502])('an answer to a list of chats with the status %s is a failure', (status) =>
      expect(list(null).read(answer(status, []))).toHaveProperty('kind'),
    );
  });
}
