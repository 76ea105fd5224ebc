import type { Fault } from '../simulator/index.ts';
import { addPeriskope } from './support/accounts.ts';
import { type Button, failThenSucceed } from './support/failing-pin.ts';
import { expect, test } from './support/fixture.ts';
import { press } from './support/popup-gestures.ts';
import { failureSentence, sentence } from './support/sentence.ts';

const message = 'true_919487126251@c.us_3EB0F754E67BDF3178E76C680224FF7114E2CB95';
const status = (code: number, body: Record<string, unknown> = {}): Fault => ({ kind: 'status', status: code, body });
const invalid = (field: string) =>
  status(422, { code: 'VALIDATION_ERROR', fields: { [field]: { message: 'Wrong' } }, message: 'Wrong', status: 422 });

const cases = [
  ['wrong key', status(401, { code: 'UNAUTHORIZED' }), 'Try now', 'periskope_unauthorized_api_key'],
  ['key without the right', status(403), 'Try now', 'outcome_unauthorized_forbidden'],
  ['wrong phone', invalid('x-phone'), 'Try now', 'periskope_unauthorized_phone'],
  ['422', invalid('time'), 'Try again', 'outcome_rejected_invalid'],
  ['404', status(404, { message: 'Message not found' }), 'Try again', 'outcome_rejected_not_found'],
  ['405', status(405), 'Try again', 'outcome_rejected_method'],
  ['415', status(415), 'Try again', 'outcome_rejected_media_type'],
  ['429', { kind: 'status', status: 429, headers: { 'Retry-After': '1' } }, 'Pin', 'outcome_rate_limited_limit'],
  ['500', status(500), 'Pin', 'outcome_unavailable_server'],
  ['200 with a web page', { kind: 'body', body: '<html></html>' }, 'Pin', 'outcome_unknown_unreadable'],
  ['a connection reset', { kind: 'reset' }, 'Pin', 'outcome_unknown_connection'],
] as const satisfies [string, Fault, Button, Parameters<typeof failureSentence>[0]][];

test.beforeAll(({ pushpin }) => addPeriskope(pushpin));

test.for(cases)(
  'failure: the popup names the account and the next step when Periskope fails with %s',
  async ([, fault, button, reason], { pushpin, simulator }) => {
    simulator.misbehave({ ...fault, on: { route: 'pin' } });
    const alertText = failureSentence(reason, 'Community India', 'Periskope');
    await failThenSucceed(pushpin, simulator, { message, alertText, button, fixCause: simulator.behave });
  },
);

test('failure: a full rate window at Periskope is told with its end and the trace for support', async ({
  pushpin,
  simulator,
}) => {
  const reset = Math.ceil(Date.now() / 1000) + 60;
  simulator.misbehave({ kind: 'status', status: 429, headers: { 'X-RateLimit-Reset': String(reset) } });
  const popup = await pushpin.openPopup();
  await popup.getByLabel('Message').fill(message);
  await press(popup, 'Pin');
  const alert = popup.getByRole('alert');
  // Periskope's Date and reset are in whole seconds. The popup shows minutes, rounded up.
  const timeIn = (ms: number) =>
    popup.evaluate(
      (time) => new Date(Math.ceil(time / 60_000) * 60_000).toLocaleTimeString(undefined, { timeStyle: 'short' }),
      ms,
    );
  const times = await Promise.all([0, 1, 2].map((seconds) => timeIn((reset + seconds) * 1000)));
  const sentences = times.map((time) => sentence('wait_limit', 'Community India', 'Periskope', time));
  await [...new Set(sentences)]
    .map((words) => alert.getByText(words))
    .reduce((any, one) => any.or(one))
    .waitFor();
  expect(await alert.innerText()).toMatch(/Trace [0-9a-f-]{36}/);
});
