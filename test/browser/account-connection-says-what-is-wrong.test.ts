import { type Fault, knownAnswers } from '../simulator/index.ts';
import { fillPeriskope, fillZApi, openNewAccount } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import { failureSentence, sentence } from './support/sentence.ts';

type Reason = Parameters<typeof failureSentence>[0];

const atZApi = (reason: Reason) => failureSentence(reason, 'Support Brazil', 'Z-API');

const zApiCases: { name: string; typed?: Parameters<typeof fillZApi>[1]; fault?: Fault; expected: string }[] = [
  { name: 'wrong instance', typed: { instanceId: '3E1F00000000' }, expected: atZApi('z_api_unauthorized_token') },
  { name: 'wrong token', typed: { instanceToken: '9A4C00000000' }, expected: atZApi('z_api_unauthorized_token') },
  {
    name: 'wrong Client-Token',
    typed: { clientToken: 'Fwrong1' },
    expected: atZApi('z_api_unauthorized_client_token'),
  },
  {
    name: 'no Client-Token',
    typed: { clientToken: '' },
    expected: atZApi('z_api_unauthorized_client_token_missing'),
  },
  {
    name: 'no Client-Token, in the other words',
    fault: knownAnswers.zApiClientTokenNotConfigured,
    expected: atZApi('z_api_unauthorized_client_token_missing'),
  },
  { name: 'IP not allowed', fault: knownAnswers.zApiIpNotAllowed, expected: atZApi('outcome_unauthorized_ip') },
  { name: 'out of order', fault: { kind: 'status', status: 502 }, expected: atZApi('outcome_unavailable_server') },
  { name: 'a web page', fault: { kind: 'body', body: '<html>' }, expected: atZApi('outcome_unknown_unreadable') },
  {
    name: 'no phone connected',
    typed: { instanceId: '3E1F07B92D604C1FA853E07D6B18C2F9', instanceToken: 'D05E82B7419C3FA6601B7E2C' },
    expected: sentence('disconnected', 'Z-API'),
  },
];

test.for(zApiCases)(
  'account: Test connection at Z-API says what is wrong: $name',
  async ({ typed, fault, expected }, { pushpin, simulator }) => {
    if (fault) simulator.misbehave(fault);
    const options = await openNewAccount(pushpin);
    await fillZApi(options, typed);
    await options.getByRole('button', { name: 'Test connection' }).click();
    await options.getByRole('alert').getByText(expected, { exact: true }).waitFor();
    expect((await options.getByRole('status').allInnerTexts()).join('')).toBe('');
  },
);

const atPeriskope = (reason: Reason) => failureSentence(reason, 'Community India', 'Periskope');

const periskopeCases = [
  {
    name: 'wrong key',
    typed: { apiKey: 'eyJhbGciOiJIUzI1NiJ9.e30.no' },
    expected: atPeriskope('periskope_unauthorized_api_key'),
  },
  { name: 'wrong phone', typed: { phone: '14155550100' }, expected: atPeriskope('periskope_unauthorized_phone') },
  {
    name: 'a phone that is not ready',
    typed: { phone: '917011112222' },
    expected: sentence('disconnected', 'Periskope'),
  },
];

test.for(periskopeCases)(
  'account: Test connection at Periskope says what is wrong: $name',
  async ({ typed, expected }, { pushpin }) => {
    const options = await openNewAccount(pushpin);
    await fillPeriskope(options, typed);
    await options.getByRole('button', { name: 'Test connection' }).click();
    await options.getByRole('alert').getByText(expected, { exact: true }).waitFor();
  },
);
