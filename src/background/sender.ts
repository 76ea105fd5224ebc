import { perform } from '../accounts/connection';
import { completeAddress } from '../accounts/look-up';
import { readBook } from '../accounts/store';
import { knownChats } from '../pins/known-chats';
import { createOutbox } from '../pins/outbox';
import { isSoundRequest, type PinRequest, pinRequestSchema } from '../pins/pin-request';
import { toolbarState } from '../pins/toolbar-state';
import { announce } from '../platform/changes';
import { newId, now } from '../platform/clock';
import { clearAlarm, setAlarm } from '../platform/lifecycle';
import { alone } from '../platform/locks';
import { table } from '../platform/table';
import { showOnToolbar } from '../platform/toolbar';
import { t } from '../platform/words';
import { failure, type Outcome, provider } from '../providers';

/** Wakes a new worker when this one dies over a call, so that the call does not look as if it were under way. */
export const watch = 'outbox';
const watchMinutes = 0.5;
const troubleColor = '#b91c1c';
/** How many requests the popup shows. */
export const looksBack = 20;
/** How far back a request may still tell in which chat a message is. */
const remembers = 500;
/** How far back a failure that nobody has seen still counts for the toolbar. */
const toolbarLooksBack = 200;

async function send({ accountId, provider: id, action, address, days }: PinRequest): Promise<Outcome> {
  const book = await readBook().catch(() => null);
  const account = book?.accounts.find((candidate) => candidate.id === accountId);
  if (!account) return failure('unavailable', 'account');
  const complete = await completeAddress(account, address);
  if ('kind' in complete) return complete;
  return perform(account, provider(id)[action](account.credentials, complete, days));
}

export const outbox = createOutbox({
  table: table('requests', pinRequestSchema, isSoundRequest),
  perform: (request) => send(request).catch(() => failure('unknown', 'interrupted')),
  alone,
  now,
  newId,
  changed: () => {
    announce('requests');
    refreshToolbar().catch(showTrouble);
  },
});

/** In which chats these messages were requested before. */
export const chatsOf = async (messageIds: readonly string[]): Promise<Record<string, string>> =>
  messageIds.length === 0 ? {} : knownChats(await outbox.latest(remembers), messageIds);

/** Shows the latest requests on the toolbar, and keeps watch while one is under way. */
export async function refreshToolbar(): Promise<void> {
  const { sign, color, title } = toolbarState([
    ...(await outbox.unsettled()),
    ...(await outbox.latest(toolbarLooksBack)),
  ]);
  await Promise.all([
    showOnToolbar({ text: sign, color, title: t(...title) }),
    sign === '…' ? setAlarm(watch, watchMinutes) : clearAlarm(watch),
  ]);
}

/** A gesture on a page has no other place to say that Pushpin's own storage failed. */
export const showTrouble = (): Promise<void> =>
  showOnToolbar({ text: '!', color: troubleColor, title: t('trouble_storage') });
