import type { Page } from 'playwright-core';
import type { Wish } from '../../../src/pins/queue/request.ts';

/** Asks the worker for the account of the bench, and returns it as requests name it. */
export async function readAccount(page: Page): Promise<Pick<Wish, 'accountId' | 'accountName' | 'providerId'>> {
  const reply = await page.evaluate(() => chrome.runtime.sendMessage({ intent: 'accounts', input: {} }));
  const { answer } = reply as { answer: { id: string; name: string; providerId: Wish['providerId'] }[] };
  const [account] = answer;
  if (!account) throw new Error('There is no account');
  return { accountId: account.id, accountName: account.name, providerId: account.providerId };
}
