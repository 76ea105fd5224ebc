import { type Call, type Failure, failure, type Provider, providerOf, type RateReading } from '../providers';
import type { Account } from './account';
import { findAccount } from './account-store';
import { callProvider } from './call-provider';

/** Builds a call with the credentials of an account, or returns undefined if the provider has no such call. */
export type CallOf<T> = (provider: Provider, credentials: Account['credentials']) => Call<T> | undefined;

/**
 * Makes a call for a saved account. Returns the failure `account` if the account was deleted or its provider has no
 * such call.
 * @param onRateReading is called with what the answer says about rate limits
 */
export async function callForAccount<T>(
  accountId: string,
  callOf: CallOf<T>,
  onRateReading: (reading: RateReading) => void,
): Promise<T | Failure> {
  const account = await findAccount(accountId);
  const call = account && callOf(providerOf(account.providerId), account.credentials);
  return call ? callProvider(account, call, onRateReading) : failure('unavailable', 'account');
}
