import { describe, expect, it, vi } from 'vitest';
import { type Failure, failure, providerOf, providers, reasons, viewOfProvider } from '../../src/providers/index.ts';
import { describeFailure } from '../../src/words/describe.ts';
import { describeRequest } from '../../src/words/describe-request.ts';
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
  it.each(failures)('the sentence for $kind $reason names the account', (each) =>
    expect(t(...describeFailure(each, { accountName: 'Ação 7', provider: each.provider }))).toContain('Ação 7'),
  );

  it.each(failures)('the sentence for $kind $reason has all its placeholders filled in', (each) =>
    expect(t(...describeFailure(each, { accountName: 'Support', provider: each.provider }))).not.toMatch(
      /\$|“”|undefined/,
    ),
  );

  it.each(providers)('a failure at $label names the provider and its host', (record) => {
    const { label, origin } = record;
    const of = { accountName: 'Support', provider: viewOfProvider(record) };
    expect(t(...describeFailure(failure('rejected', 'invalid'), of))).toContain(label);
    expect(t(...describeFailure(failure('unavailable', 'permission'), of))).toContain(origin.replace('https://', ''));
  });

  it.each(failures.filter(({ kind }) => kind !== 'unknown'))(
    'the sentence for $kind $reason does not claim that the request was carried out',
    (each) =>
      expect(t(...describeFailure(each, { accountName: 'A', provider: each.provider }))).not.toMatch(
        /\b(pinned|unpinned)\b/i,
      ),
  );
});

describe.each(actions)('a request to %s', (action) => {
  const textOf = (parts: Parameters<typeof makeRequest>[0]) =>
    t(...describeRequest(makeRequest({ action, accountName: 'Ação 7', ...parts }), zApi));

  it.each(['queued', 'sending'] as const)(`a request to ${action} that is %s names the account`, (state) =>
    expect(textOf({ state })).toContain('Ação 7'),
  );

  it(`an accepted request to ${action} names the account and the provider`, () => {
    const text = textOf({ state: 'settled', outcome: { kind: 'accepted', receipt: null } });
    expect(text).toContain('Ação 7');
    expect(text).toContain('Accepted by Z-API');
  });

  it.each(['default', 'earlier'] as const)(
    `an accepted request to ${action} names a chat that was filled in: %s`,
    (chatFrom) => {
      const text = textOf({ state: 'settled', chatFrom, outcome: { kind: 'accepted', receipt: null } });
      expect(text).toContain(chatFrom === 'default' ? '+5511999999999 (default chat)' : '(from an earlier request)');
    },
  );

  it.each([failure('unknown', 'timeout'), failure('unavailable', 'server')])(
    `a request to ${action} that was cancelled after a call without an answer may have been carried out: $reason`,
    (outcome) => {
      const text = textOf({ state: 'cancelled', mayBeDone: true, outcome });
      expect(text).toMatch(/not known whether the request was carried out|may have carried out the request/);
      expect(textOf({ state: 'cancelled', outcome: failure('unavailable', 'server') })).toContain('Cancelled');
    },
  );

  it(`a failed request to ${action} is described by its failure`, () => {
    const outcome = failure('unavailable', 'offline');
    expect(textOf({ state: 'settled', outcome })).toBe(
      t(...describeFailure(outcome, { accountName: 'Ação 7', provider: zApi })),
    );
  });
});

it('the sentences of a request to pin and of one to unpin differ', () => {
  const [pin, unpin] = actions.map((action) => t(...describeRequest(makeRequest({ action }), zApi)));
  expect(pin).not.toBe(unpin);
});
