import { findAccount } from '../accounts/account-store';
import { perform } from '../accounts/call-provider';
import { completeAddress } from '../accounts/find-message-key';
import { knownChats } from '../pins/plan/known-chats';
import { createOutbox } from '../pins/queue/queue';
import type { PinRequest } from '../pins/queue/request';
import { createLedger } from '../pins/queue/request-queries';
import { type Rows, rows } from '../pins/queue/stores';
import { newId, now, random } from '../platform/clock';
import { disk } from '../platform/database';
import { wakeAt } from '../platform/lifecycle';
import { isOnline } from '../platform/network';
import { failure, type Outcome, provider, type RateReading } from '../providers';
import { createTeller } from './badge';

/** How many requests the popup shows. */
export const looksBack = 20;
/** How far back a request may still tell in which chat a message is. */
const remembers = 500;

async function send(
  { accountId, provider: id, action, address, days }: PinRequest,
  heard: (reading: RateReading) => void,
): Promise<Outcome> {
  const account = await findAccount(accountId).catch(() => null);
  if (account === null) return failure('unavailable', 'storage');
  if (account?.provider !== id) return failure('unavailable', 'account');
  const complete = await completeAddress(account, address, heard);
  if ('kind' in complete) return complete;
  return perform(account, provider(id)[action](account.credentials, complete, days), heard);
}

const pins = disk<Rows>(rows);

export const ledger = createLedger(pins, isOnline, now);

/** Shows on the toolbar and on open pages what has changed. */
export const tellChanged = createTeller(ledger);

export const outbox = createOutbox({
  disk: pins,
  perform: send,
  isOnline,
  now,
  random,
  newId,
  wakeAt: (at) => wakeAt(at, () => outbox.wake()),
  changed: () => void tellChanged(),
});

/** In which chats these messages were requested before. */
export const chatsOf = async (messageIds: readonly string[]): Promise<Record<string, string>> =>
  messageIds.length === 0 ? {} : knownChats(await ledger.latest(remembers), messageIds);

/** Requests whose account waits for the user to let Pushpin reach its provider. */
export async function reopenReachable(): Promise<void> {
  const gates = await ledger.gates();
  for (const { id, closed } of gates) if (closed?.why === 'permission') await outbox.reopen(id);
}
