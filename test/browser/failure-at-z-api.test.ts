import type { Fault } from '../simulator/index.ts';
import { knownAnswers } from '../simulator/index.ts';
import { addZApi } from './accounts.ts';
import { failThenTryAgain } from './failing-pin.ts';
import { test } from './fixture.ts';
import { failureSentence } from './sentence.ts';

const message = 'true_5511987654321@c.us_3EB0C431C26A1916E07E9A';
const status = (code: number, error?: string): Fault => ({
  kind: 'status',
  status: code,
  ...(error ? { body: { error } } : {}),
});
const inside200 = (body: Extract<Fault, { kind: 'body' }>['body']): Fault => ({ kind: 'body', body });

const cases = [
  ['wrong token', status(404, 'Instance not found'), 'Not authorized', 'outcome_unauthorized_token'],
  [
    'wrong Client-Token',
    status(403, 'Client-Token F1 not allowed'),
    'Not authorized',
    'outcome_unauthorized_client_token',
  ],
  ['IP not allowed', knownAnswers.zApiIpNotAllowed, 'Not authorized', 'outcome_unauthorized_ip'],
  ['403 without a word', status(403), 'Not authorized', 'outcome_unauthorized_forbidden'],
  ['400', status(400, 'BAD_REQUEST'), 'Rejected', 'outcome_rejected_invalid'],
  ['405', status(405, 'METHOD_NOT_ALLOWED'), 'Rejected', 'outcome_rejected_method'],
  ['415', status(415), 'Rejected', 'outcome_rejected_media_type'],
  ['429', status(429, 'TOO_MANY_REQUESTS'), 'Too fast', 'outcome_rate_limited_limit'],
  ['500', status(500, 'boom'), 'Failed', 'outcome_unavailable_server'],
  ['200 with an unknown error', inside200({ error: 'SOMETHING' }), 'Rejected', 'outcome_rejected_refused'],
  ['200 with NOT_FOUND', knownAnswers.zApiNotFoundInside200, 'Not authorized', 'outcome_unauthorized_token'],
  ['200 with value false', knownAnswers.zApiValueFalse, 'Rejected', 'outcome_rejected_refused'],
  ['200 with a web page', inside200('<html><body>Sign in</body></html>'), 'Unknown', 'outcome_unknown_unreadable'],
  [
    'a redirect',
    { kind: 'redirect', location: 'https://api.periskope.app/v1/phones' },
    'Unknown',
    'outcome_unknown_connection',
  ],
  ['a connection reset', { kind: 'reset' }, 'Unknown', 'outcome_unknown_connection'],
  ['an answer cut short', { kind: 'cut' }, 'Unknown', 'outcome_unknown_connection'],
] as const satisfies [string, Fault, string, Parameters<typeof failureSentence>[0]][];

test.beforeAll(({ pushpin }) => addZApi(pushpin));

test.for(cases)('failure at Z-API: %s', async ([, fault, state, reason], { pushpin, simulator }) => {
  simulator.misbehave(fault);
  const says = failureSentence(reason, 'Support Brazil', 'Z-API');
  await failThenTryAgain(pushpin, simulator, { message, says, state, mend: simulator.behave });
});
