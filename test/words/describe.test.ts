import { describe, expect, it, vi } from 'vitest';
import { type Failure, failure, providerOf, providers, reasons, viewOfProvider } from '../../src/providers/index.ts';
import { describeFailure, describeRequest } from '../../src/words/describe.ts';
import { t } from '../../src/words/t.ts';
import { makeRequest } from '../pins/make-request.ts';

vi.mock('../../src/platform/browser', () => import('../fake-browser.ts'));

const zApi = viewOfProvider(providerOf('z-api'));
const shared = Object.entries(reasons).flatMap(([kind, all]) =>
  all.map((reason): Failure => ({ ...failure('unknown', 'timeout'), kind, reason }) as Failure),
);
const own = providers.flatMap((provider) =>
  provider.unauthorizedReasons.map((reason) => ({
    ...failure('unauthorized', reason),
    provider: viewOfProvider(provider),
  })),
);
const failures = [...shared.map((each) => ({ ...each, provider: zApi })), ...own];
const actions = ['pin', 'unpin'] as const;

describe('a failure', () => {
  it.each(failures)('$kind $reason is a sentence that names the account', (each) =>
    expect(t(...describeFailure(each, { accountName: 'Ação 7', provider: each.provider }))).toContain('Ação 7'),
  );

  it.each(failures)('$kind $reason leaves nothing to fill in', (each) =>
    expect(t(...describeFailure(each, { accountName: 'Support', provider: each.provider }))).not.toMatch(
      /\$|“”|undefined/,
    ),
  );

  it.each(providers)('names $label and its host', (record) => {
    const { label, origin } = record;
    const of = { accountName: 'Support', provider: viewOfProvider(record) };
    expect(t(...describeFailure(failure('rejected', 'invalid'), of))).toContain(label);
    expect(t(...describeFailure(failure('unavailable', 'permission'), of))).toContain(origin.replace('https://', ''));
  });

  it.each(failures.filter(({ kind }) => kind !== 'unknown'))('$kind $reason never claims that it was done', (each) =>
    expect(t(...describeFailure(each, { accountName: 'A', provider: each.provider }))).not.toMatch(
      /\b(pinned|unpinned)\b/i,
    ),
  );
});

describe.each(actions)('a request to %s', (action) => {
  const said = (parts: Parameters<typeof makeRequest>[0]) =>
    t(...describeRequest(makeRequest({ action, accountName: 'Ação 7', ...parts }), zApi));

  it.each(['queued', 'sending'] as const)('that is %s names the account', (state) =>
    expect(said({ state })).toContain('Ação 7'),
  );

  it('that was accepted names the account, and who accepted it', () => {
    const text = said({ state: 'settled', outcome: { kind: 'accepted', receipt: null } });
    expect(text).toContain('Ação 7');
    expect(text).toContain('Accepted by Z-API');
  });

  it.each(['default', 'earlier'] as const)('that was accepted names a chat that nobody has said: %s', (chatFrom) => {
    const text = said({ state: 'settled', chatFrom, outcome: { kind: 'accepted', receipt: null } });
    expect(text).toContain(chatFrom === 'default' ? '+5511999999999 (default chat)' : '(from an earlier request)');
  });

  it.each([failure('unknown', 'timeout'), failure('unavailable', 'server')])(
    'that was cancelled after a call without an answer says that it may have been done: $reason',
    (outcome) => {
      const text = said({ state: 'cancelled', mayBeDone: true, outcome });
      expect(text).toMatch(/not known whether the request was carried out|may have carried out the request/);
      expect(said({ state: 'cancelled', outcome: failure('unavailable', 'server') })).toContain('Cancelled');
    },
  );

  it('that failed says how', () => {
    const outcome = failure('unavailable', 'offline');
    expect(said({ state: 'settled', outcome })).toBe(
      t(...describeFailure(outcome, { accountName: 'Ação 7', provider: zApi })),
    );
  });
});

it('says of a request to pin and to unpin which it is', () => {
  const [pin, unpin] = actions.map((action) => t(...describeRequest(makeRequest({ action }), zApi)));
  expect(pin).not.toBe(unpin);
});
