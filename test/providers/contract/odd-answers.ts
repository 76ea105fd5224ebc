import fc from 'fast-check';
import type { HttpAnswer } from '../../../src/providers/index.ts';
import { answer } from '../fixture.ts';

const html = '<!doctype html><html><body><h1>502 Bad Gateway</h1></body></html>';

/** Answers that any server, proxy or sign-in page may give. None of them is an acceptance. */
export const refusals: readonly { what: string; answer: HttpAnswer }[] = [
  { what: '200 with error', answer: answer(200, { error: 'NOT_FOUND', message: 'Unable to find matching target' }) },
  { what: '200 with an empty error', answer: answer(200, { error: '', zaapId: '1', messageId: '2' }) },
  { what: '200 with error null', answer: answer(200, { error: null, zaapId: '1', messageId: '2' }) },
  { what: '200 with value false', answer: answer(200, { value: false, zaapId: '1', messageId: '2' }) },
  { what: '200 with a number for an id', answer: answer(200, { zaapId: 7, messageId: null }) },
  { what: '200 HTML', answer: answer(200, html) },
  { what: '200 empty', answer: answer(200) },
  { what: '200 cut JSON', answer: answer(200, '{"zaapId":"3999984263738042930C') },
  { what: '200 null', answer: answer(200, 'null') },
  { what: '200 array', answer: answer(200, [{ zaapId: '1', messageId: '2' }]) },
  { what: '200 number', answer: answer(200, '7') },
  { what: '200 text', answer: answer(200, '"zaapId"') },
  { what: '202 queued', answer: answer(202, { queued: true }) },
  ...[301, 302, 304, 400, 401, 403, 404, 405, 408, 409, 415, 422, 425, 429, 500, 502, 503, 504].flatMap((status) => [
    { what: `${status} empty`, answer: answer(status) },
    { what: `${status} HTML`, answer: answer(status, html) },
    { what: `${status} JSON`, answer: answer(status, { error: 'Nope', message: 'Not now', status }) },
    { what: `${status} that looks accepted`, answer: answer(status, { zaapId: '1', messageId: '2', id: '3' }) },
  ]),
  { what: '429 with a reset', answer: answer(429, '', { 'x-ratelimit-reset': '1737542181' }) },
  { what: '429 with a bad reset', answer: answer(429, '', { 'x-ratelimit-reset': 'soon' }) },
  { what: '422 with odd fields', answer: answer(422, { fields: [1, null, { message: 2 }], message: { a: 1 } }) },
  { what: 'status 0', answer: answer(0) },
];

const tellingKeys = ['error', 'message', 'value', 'zaapId', 'messageId', 'id', 'fields', 'name', 'connected', 'phone'];
const tellingHeaders = ['x-ratelimit-reset', 'x-periskope-trace-id', 'retry-after', 'content-type'];
const fieldErrors = fc.dictionary(fc.constantFrom('x-phone', 'time', '__proto__'), fc.record({ message: fc.string() }));
const telling = fc.dictionary(
  fc.oneof(fc.constantFrom(...tellingKeys), fc.string()),
  fc.oneof(fc.string(), fc.boolean(), fc.constant(null), fc.integer(), fieldErrors, fc.jsonValue()),
);

/** Generates any answer, more often one that has a meaning. */
export const anyAnswer: fc.Arbitrary<HttpAnswer> = fc.record({
  status: fc.oneof(fc.constantFrom(200, 201, 204, 400, 401, 403, 422, 429), fc.integer({ min: 0, max: 999 })),
  headers: fc.dictionary(
    fc.constantFrom(...tellingHeaders),
    fc.oneof(fc.string(), fc.double().map(String), fc.constantFrom('', '1e308', '-1', '1737542181')),
  ),
  body: fc.oneof(
    fc.string(),
    fc.json(),
    telling.map((value) => JSON.stringify(value)),
  ),
  sentAt: fc.nat(),
  receivedAt: fc.nat(),
});
