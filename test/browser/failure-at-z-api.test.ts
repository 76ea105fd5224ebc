import type { Fault } from '../simulator/index.ts';
import { knownAnswers } from '../simulator/index.ts';
import { addZApi } from './support/accounts.ts';
import { type Button, failThenSucceed } from './support/failing-pin.ts';
import { test } from './support/fixture.ts';
import { failureSentence } from './support/sentence.ts';

const message = 'true_5511987654321@c.us_3EB0C431C26A1916E07E9A';
const status = (code: number, error?: string): Fault => ({
  kind: 'status',
  status: code,
  ...(error ? { body: { error } } : {}),
});
const inside200 = (body: Extract<Fault, { kind: 'body' }>['body']): Fault => ({ kind: 'body', body });

const cases = [
  ['wrong token', status(404, 'Instance not found'), 'Try now', 'z_api_unauthorized_token'],
  ['wrong Client-Token', status(403, 'Client-Token F1 not allowed'), 'Try now', 'z_api_unauthorized_client_token'],
  ['IP not allowed', knownAnswers.zApiIpNotAllowed, 'Try now', 'outcome_unauthorized_ip'],
  ['403 without a word', status(403), 'Try now', 'outcome_unauthorized_forbidden'],
  ['400', status(400, 'BAD_REQUEST'), 'Try again', 'outcome_rejected_invalid'],
  ['405', status(405, 'METHOD_NOT_ALLOWED'), 'Try again', 'outcome_rejected_method'],
  ['415', status(415), 'Try again', 'outcome_rejected_media_type'],
  ['429', { kind: 'status', status: 429, headers: { 'Retry-After': '1' } }, 'Pin', 'outcome_rate_limited_limit'],
  ['500', status(500, 'boom'), 'Pin', 'outcome_unavailable_server'],
  ['200 with an unknown error', inside200({ error: 'SOMETHING' }), 'Try again', 'outcome_rejected_refused'],
  ['200 with NOT_FOUND', knownAnswers.zApiNotFoundInside200, 'Try now', 'z_api_unauthorized_token'],
  ['200 with value false', knownAnswers.zApiValueFalse, 'Try again', 'outcome_rejected_refused'],
  ['200 with a web page', inside200('<html><body>Sign in</body></html>'), 'Pin', 'outcome_unknown_unreadable'],
  [
    'a redirect',
    { kind: 'redirect', location: 'https://api.periskope.app/v1/phones' },
    'Pin',
    'outcome_unavailable_redirect',
  ],
  ['a connection reset', { kind: 'reset' }, 'Pin', 'outcome_unknown_connection'],
  ['an answer cut short', { kind: 'cut' }, 'Pin', 'outcome_unknown_connection'],
] as const satisfies [string, Fault, Button, Parameters<typeof failureSentence>[0]][];

test.beforeAll(({ pushpin }) => addZApi(pushpin));

test.for(cases)(
  'failure: the popup names the account and the next step when Z-API fails with %s',
  async ([, fault, button, reason], { pushpin, simulator }) => {
    simulator.misbehave(fault);
    const alertText = failureSentence(reason, 'Support Brazil', 'Z-API');
    await failThenSucceed(pushpin, simulator, { message, alertText, button, fixCause: simulator.behave });
  },
);
