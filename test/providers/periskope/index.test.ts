import { describe, expect, it } from 'vitest';
import periskope from '../../../src/providers/periskope/index.ts';
import { makeReference } from '../../references/make-reference.ts';
import { answer } from '../fixture.ts';
import { periskopeFixture } from '../periskope-fixture.ts';

const { credentials } = periskopeFixture;
const to = { messageId: 'true_919487126251@c.us_3EB0F754E67BDF3178E7', chat: '919487126251@c.us' };
const trace = 'b77a8810-d8ac-11ef-8033-3b03afb6e098';
const invalid = (field: string, message: string) => ({
  code: 'VALIDATION_ERROR',
  fields: { [field]: { message } },
  message: 'Validation failed',
  name: 'Validation Error',
  status: 422,
});

describe('an answer to pin', () => {
  const read = (status: number, body: unknown = '', headers: Record<string, string> = {}) =>
    periskope.pin(credentials, to, 7).read(answer(status, body, headers));

  // Source: docs/providers.md "Periskope".
  it.each([
    [422, invalid('x-phone', 'phone not found'), 'unauthorized', 'phone', 'x-phone: phone not found'],
    [422, invalid('time', 'must be 1, 7 or 30'), 'rejected', 'invalid', 'time: must be 1, 7 or 30'],
    [400, { message: 'Bad id' }, 'rejected', 'invalid', 'Bad id'],
    [422, '', 'rejected', 'invalid', null],
    [401, { error: 'Invalid key' }, 'unauthorized', 'api-key', 'Invalid key'],
    [403, { name: 'Forbidden' }, 'unauthorized', 'forbidden', 'Forbidden'],
    [404, { message: 'Message not found' }, 'rejected', 'not-found', 'Message not found'],
    [409, { message: 'Busy' }, 'unavailable', 'busy', 'Busy'],
    [423, '', 'unavailable', 'busy', null],
    [402, { message: 'Payment required' }, 'unauthorized', 'subscription', 'Payment required'],
    [429, '', 'rate-limited', 'limit', null],
    [500, '<html>', 'unavailable', 'server', null],
    [200, { success: true }, 'unknown', 'undocumented', null],
    [200, '', 'unknown', 'undocumented', null],
    [202, { message: 'Queued' }, 'unknown', 'undocumented', 'Queued'],
    [200, '<html>Sign in</html>', 'unknown', 'unreadable', null],
    [301, '', 'unknown', 'unreadable', null],
  ])('the answer %s %j to pin is %s: %s', (status, body, kind, reason, detail) =>
    expect(read(status, body)).toMatchObject({ kind, reason, status, detail }),
  );

  it('a trace is cut to one line', () => {
    const headers = { 'x-periskope-trace-id': 'x'.repeat(200_000) };
    expect(read(204, '', headers)).toMatchObject({ receipt: { value: 'x'.repeat(240) } });
    expect(read(500, '', headers)).toMatchObject({ trace: 'x'.repeat(240) });
  });

  it('an answer without a trace is accepted too', () => expect(read(204)).toEqual({ kind: 'accepted', receipt: null }));

  it.each([401, 404, 422, 429, 500])('a failure with the status %s keeps the trace', (status) =>
    expect(read(status, '', { 'x-periskope-trace-id': trace })).toMatchObject({ trace }),
  );

  it.each([
    ['1737542181', 86_400_000],
    ['0', null],
    ['', null],
    ['-5', null],
    ['soon', null],
  ])('a 429 with a reset of "%s" s waits until %s ms', (reset, until) =>
    expect(read(429, '', { 'x-ratelimit-reset': reset })).toMatchObject({ kind: 'rate-limited', until }),
  );

  it('a 429 without a reset gives no time to ask again', () => expect(read(429)).toMatchObject({ until: null }));

  it.each(['1e300', '9'.repeat(40)])('a 429 with a reset of %s is no time that a date can hold', (reset) => {
    const outcome = read(429, '', { 'x-ratelimit-reset': reset });
    const until = outcome.kind === 'rate-limited' ? outcome.until : null;
    expect(until === null || !Number.isNaN(new Date(until).getTime())).toBe(true);
  });
});

describe('the address', () => {
  const queueId = 'ba3273cb-12be-48d4-90e0-0cbc0b427ef1';

  it('the address of a queue_id is the queue_id', () =>
    expect(periskope.address(makeReference({ messageId: queueId, form: 'uuid' }))).toMatchObject({
      messageId: queueId,
    }));

  it('the address of a bare id has the chat to look its key up in', () =>
    expect(periskope.address(makeReference({ chat: '919487126251' }))).toEqual({
      messageId: '3EB0796DC6B777C0C7CD',
      chat: '919487126251@c.us',
    }));

  it('a bare id without its chat needs its chat', () =>
    expect(periskope.address(makeReference())).toBe('chat-missing'));
});

describe('a key that is built by hand', () => {
  const id = '3EB0796DC6B777C0C7CD';
  const group = '120363297269676566@g.us';
  const ownNames = ['phone-bqzvyibhmwkaergr', '918527184400'];

  // Source: docs/providers.md "Periskope", the two examples.
  it.each([
    ['my message in a chat', '919487126251@c.us', true, null, ownNames, `true_919487126251@c.us_${id}`],
    ['their message in a chat', '919487126251@c.us', false, 'never asked', ownNames, `false_919487126251@c.us_${id}`],
    ['my message in a group', group, true, null, ownNames, `true_${group}_${id}_918527184400@c.us`],
    [
      'my message in a group, my number typed',
      group,
      true,
      '918527184400',
      [],
      `true_${group}_${id}_918527184400@c.us`,
    ],
    ['their message in a group', group, false, '919004389372@c.us', ownNames, `false_${group}_${id}_919004389372@c.us`],
    [
      'the message of a hidden number',
      group,
      false,
      '81896604192873@lid',
      ownNames,
      `false_${group}_${id}_81896604192873@lid`,
    ],
  ])('a key is built by hand for %s', (_what, chat, fromMe, author, names, key) =>
    expect(periskope.composeKey?.({ messageId: id, chat }, { fromMe, author }, names)).toEqual({
      messageId: key,
      chat,
    }),
  );

  it.each([
    ['who sent it', null, null, ownNames, 'sender-missing'],
    ['the number of who sent it', false, ' ', ownNames, 'author-missing'],
    ['the own number, where it is not known', true, null, ['phone-bqzvyibhmwkaergr'], 'author-missing'],
    ['a number, where a group stands', false, group, ownNames, 'author-unread'],
  ])('building a key by hand asks for %s', (_what, fromMe, author, names, question) =>
    expect(periskope.composeKey?.({ messageId: id, chat: group }, { fromMe, author }, names)).toBe(question),
  );
});

describe('what is typed as phone', () => {
  const field = periskope.fields.find(({ name }) => name === 'phone');

  it.each([
    ['+91 98745 32456', '919874532456', null],
    ['919876543210@c.us', '919876543210', null],
    ['phone-bqzvyibhmwkaergr', 'phone-bqzvyibhmwkaergr', null],
    ['Support', 'Support', 'format'],
    ['120363019502650977@g.us', '120363019502650977@g.us', 'format'],
    ['12345', '12345', 'format'],
  ])('the phone %s is cleaned to %s, with the problem %s', (typed, clean, problem) => {
    expect(field?.clean(typed)).toBe(clean);
    expect(field?.problem(clean, {})).toBe(problem);
  });
});

describe('what is typed as API key', () => {
  const field = periskope.fields.find(({ name }) => name === 'apiKey');

  it.each([
    ['with its header', 'Bearer abcdefgh', 'abcdefgh'],
    ['that only begins like the header', 'bearer-abcdefgh', 'bearer-abcdefgh'],
  ])('the API key is cleaned: %s', (_what, typed, clean) => expect(field?.clean(typed)).toBe(clean));
});
