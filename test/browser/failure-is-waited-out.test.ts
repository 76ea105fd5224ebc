import type { Fault } from '../simulator/index.ts';
import { addZApi } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import { press } from './support/popup-gestures.ts';
import { failureSentence } from './support/sentence.ts';

const message = 'true_5511987654321@c.us_3EB0C431C26A1916E07E9A';
const status = (code: number, headers: Record<string, string> = {}): Fault => ({
  kind: 'status',
  status: code,
  headers,
});
const inASecond = () => new Date(Date.now() + 1_500).toUTCString();

const cases = [
  ['408', () => status(408), 'outcome_unavailable_server'],
  ['425', () => status(425), 'outcome_unavailable_server'],
  ['429 without a word', () => status(429), 'outcome_rate_limited_limit'],
  ['429 with Retry-After', () => status(429, { 'Retry-After': '1' }), 'outcome_rate_limited_limit'],
  ['500', () => status(500), 'outcome_unavailable_server'],
  ['502 with a web page', () => ({ ...status(502), body: '<html>Bad gateway</html>' }), 'outcome_unavailable_server'],
  ['503 with Retry-After in seconds', () => status(503, { 'Retry-After': '1' }), 'outcome_unavailable_server'],
  ['503 with Retry-After as a date', () => status(503, { 'Retry-After': inASecond() }), 'outcome_unavailable_server'],
  ['an answer of 100 MB', () => ({ kind: 'body', body: 'x'.repeat(100_000_000) }), 'outcome_unknown_unreadable'],
  ['a redirect to another host', () => redirect, 'outcome_unavailable_redirect'],
  ['an answer cut in the middle', () => ({ kind: 'cut' }), 'outcome_unknown_connection'],
] as const satisfies [string, () => Fault, Parameters<typeof failureSentence>[0]][];

const redirect: Fault = { kind: 'redirect', location: 'https://api.periskope.app/v1/phones' };

test.beforeAll(({ pushpin }) => addZApi(pushpin));

test.for(cases)(
  'failure that passes: %s is told and waited out, and then it is done',
  async ([, fault, reason], { pushpin, simulator }) => {
    const popup = await pushpin.openPopup();
    await popup.getByLabel('Message').fill(message);
    simulator.misbehave(fault());
    await press(popup, 'Pin');
    const alert = popup.getByRole('alert');
    await alert
      .getByText(failureSentence(reason, 'Support Brazil', 'Z-API'), { exact: true })
      .waitFor({ timeout: 15_000 });
    simulator.behave();
    await popup.getByRole('status').getByText('Accepted by Z-API').waitFor();
    expect(await alert.innerText()).toBe('');
    // Credentials never follow a redirect to another host.
    expect(simulator.received.filter(({ provider }) => provider !== 'z-api')).toEqual([]);
    expect(simulator.pins()).toHaveLength(1);
  },
);
