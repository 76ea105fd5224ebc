import type { Address } from '../providers';
import { type Prepared, prepare, type Question, type Target } from './prepare';

/** What a gesture outside our pages comes to. */
export type Choice<T extends Target> =
  | { kind: 'act'; account: T; address: Address }
  | { kind: 'ask'; question: Question; account: T | null }
  | { kind: 'setup' };

/**
 * Chooses for a text that the user pointed at: acts where one message and one account are beyond doubt, else asks.
 * Of several accounts that fit, only the one marked as default is beyond doubt.
 */
export function choose<T extends Target>(text: string, accounts: readonly T[], defaultId: string | null): Choice<T> {
  const preferred = accounts.find(({ id }) => id === defaultId) ?? null;
  const tries = accounts.map((account) => ({ account, prepared: prepare(account, text, '') }));
  const [first] = tries;
  if (!first) return { kind: 'setup' };

  const fits = tries.flatMap(({ account, prepared }) => (prepared.ok ? [{ account, ...prepared }] : []));
  const best = fits.length === 1 ? fits[0] : fits.find(({ account }) => account === preferred);
  const [address, ...others] = best?.addresses ?? [];
  if (best && address && others.length === 0) return { kind: 'act', account: best.account, address };
  if (best) return { kind: 'ask', question: 'review', account: best.account };
  if (fits.length > 0) return { kind: 'ask', question: 'account-missing', account: null };

  const near = tries.find(({ prepared }) => asksFor(prepared, 'chat-missing')) ?? first;
  const asked = tries.find(({ account }) => account === preferred) ?? near;
  const question = asked.prepared.ok ? 'review' : asked.prepared.question;
  return { kind: 'ask', question, account: asked.account };
}

const asksFor = (prepared: Prepared, question: Question): boolean => !prepared.ok && prepared.question === question;
