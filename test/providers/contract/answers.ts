import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  type HttpAnswer,
  isSoundOutcome,
  type Outcome,
  outcomeSchema,
  type Provider,
  reasons,
} from '../../../src/providers/index.ts';
import { addressOf } from '../contract.ts';
import { answer, type Fixture } from '../fixture.ts';
import { anyAnswer, refusals } from './odd-answers.ts';

/** Statuses that mean the same at every provider. */
const common = [
  [405, 'rejected', 'method'],
  [415, 'rejected', 'media-type'],
  [422, 'rejected', 'invalid'],
  [429, 'rate-limited', 'limit'],
  [408, 'unavailable', 'server'],
  [425, 'unavailable', 'server'],
  [500, 'unavailable', 'server'],
  [502, 'unavailable', 'server'],
  [503, 'unavailable', 'server'],
] as const;

/** The part of the contract about reading answers. */
export function describeAnswers(record: Provider, fixture: Fixture): void {
  const { credentials, accepted, messages, mayBeAccepted } = fixture;
  const to = addressOf(record, messages['a private chat'].reference);
  const actions = {
    pin: (given: HttpAnswer): Outcome => record.pin(credentials, to, 7).read(given),
    unpin: (given: HttpAnswer): Outcome => record.unpin(credentials, to, 7).read(given),
  };

  describe.each(Object.entries(actions))('an answer to %s', (_action, read) => {
    it('the documented answer is accepted, with its receipt', () =>
      expect(read(accepted.answer)).toEqual({ kind: 'accepted', receipt: accepted.receipt }));

    it.each(refusals)('the answer $what is not an acceptance', (refusal) =>
      expect(read(refusal.answer).kind).not.toBe('accepted'),
    );

    it.each(refusals)('the answer $what is an outcome that can be stored', (refusal) =>
      expect(v.is(outcomeSchema, read(refusal.answer))).toBe(true),
    );

    it.each(common)('the status %s is read as %s: %s', (status, kind, reason) =>
      expect(read(answer(status))).toMatchObject({ kind, reason, status }),
    );

    it.each([401, 403])('the status %s is read as unauthorized', (status) =>
      expect(read(answer(status)).kind).toBe('unauthorized'),
    );

    it('a web page in place of an answer is read as unknown', () =>
      expect(read(answer(200, '<html>Sign in</html>'))).toMatchObject({ kind: 'unknown', reason: 'unreadable' }));

    it('any answer is read as an outcome with a sentence, and accepted only as documented', () =>
      fc.assert(
        fc.property(anyAnswer, (given) => {
          const outcome = read(given);
          expect(v.parse(outcomeSchema, outcome)).toEqual(outcome);
          if (outcome.kind === 'accepted') expect(mayBeAccepted(given)).toBe(true);
          expect(isSoundOutcome(outcome, record)).toBe(true);
        }),
        { numRuns: 500 },
      ));

    it('the detail of a failure is at most one line long', () => {
      const long = 'x'.repeat(5000);
      const fields = { 'x-phone': { message: long } };
      expect(read(answer(422, { error: long, message: long, name: long, fields }))).toMatchObject({
        detail: expect.stringMatching(/^.{1,240}$/),
      });
    });
  });

  describe('an answer to the credential check', () => {
    const read = (given: HttpAnswer) => record.check(credentials).read(given);

    it.each(refusals)('the answer $what does not mean connected', (refusal) =>
      expect(read(refusal.answer).kind).not.toBe('connected'),
    );

    it('any answer to the credential check is read', () =>
      fc.assert(
        fc.property(anyAnswer, (given) => {
          const { kind } = read(given);
          expect([...Object.keys(reasons), 'connected', 'disconnected']).toContain(kind);
        }),
      ));
  });

  it('any answer to the request for the number is read', () =>
    fc.assert(
      fc.property(anyAnswer, (given) => {
        const { displayName, number } = record.identify?.(credentials).read(given) ?? {
          displayName: null,
          number: null,
        };
        expect(displayName === null || displayName.length > 0).toBe(true);
        expect(number === null || /^\d+$/.test(number)).toBe(true);
      }),
    ));

  it('any answer to the request for choices is read', () =>
    fc.assert(
      fc.property(anyAnswer, (given) => {
        const read = record.choices?.list(credentials).read(given) ?? [];
        expect(Array.isArray(read) || Object.keys(reasons).includes(read.kind)).toBe(true);
      }),
    ));
}
