import * as v from 'valibot';
import { type AccountView, viewOf } from '../accounts/account';
import { daysOf, readBook, rememberDays } from '../accounts/store';
import { opposite, type PinRequest, type Wish } from '../pins/pin-request';
import { prepare, type Question } from '../pins/prepare';
import { intent } from '../platform/messages';
import { type Days, durations } from '../providers';
import { keepDraft, type PopupDraft, popupDraftSchema, readDraft } from './draft';
import { looksBack, outbox } from './sender';

/** All that the popup shows when it opens. */
export interface Overview {
  accounts: AccountView[];
  /** How long pins last, by account id: as last chosen there. */
  days: Record<string, Days>;
  latest: PinRequest[];
  draft: PopupDraft | null;
}

const pinSchema = v.object({
  accountId: v.string(),
  action: v.picklist(['pin', 'unpin']),
  days: v.picklist(durations),
  message: v.string(),
  chat: v.string(),
});

export type Enqueued = { kind: 'enqueued'; ids: string[] } | { kind: 'asked'; question: Question };

/** What the popup may ask. Pages send intents; only the worker calls providers. */
export const pinIntents = {
  overview: intent(v.object({}), async (): Promise<Overview> => {
    const [book, draft, latest] = await Promise.all([readBook(), readDraft(), outbox.latest(looksBack)]);
    const days = book.accounts.map(async (account): Promise<[string, Days]> => [account.id, await daysOf(account)]);
    return {
      accounts: book.accounts.map((account) => viewOf(account, book)),
      days: Object.fromEntries(await Promise.all(days)),
      latest,
      draft,
    };
  }),

  /** The latest requests, and those that a page follows. */
  requests: intent(v.object({ ids: v.array(v.string()) }), async ({ ids }) => {
    const [latest, ...followed] = await Promise.all([outbox.latest(looksBack), ...ids.map((id) => outbox.get(id))]);
    return { latest, followed: followed.filter((request) => request !== undefined) };
  }),

  pin: intent(pinSchema, async ({ accountId, action, days, message, chat }): Promise<Enqueued> => {
    const account = (await readBook()).accounts.find(({ id }) => id === accountId);
    if (!account) return { kind: 'asked', question: 'account-missing' };
    const prepared = prepare(account, message, chat);
    if (!prepared.ok) return { kind: 'asked', question: prepared.question };
    const common = { accountId, accountName: account.name, provider: account.provider, action, days };
    const requests = await outbox.enqueue(prepared.addresses.map((address): Wish => ({ ...common, address })));
    await keepDraft(null);
    if (action === 'pin') await rememberDays(accountId, days);
    return { kind: 'enqueued', ids: requests.map(({ id }) => id) };
  }),

  /** Sends an earlier request again, as it was or taken back; an empty list where it is no longer known. */
  repeat: intent(v.object({ id: v.string(), as: v.picklist(['same', 'opposite']) }), async ({ id, as }) => {
    const earlier = await outbox.get(id);
    if (!earlier) return [];
    const { accountId, accountName, provider, action, days, address } = earlier;
    const wish: Wish = { accountId, accountName, provider, action, days, address };
    const requests = await outbox.enqueue([as === 'same' ? wish : opposite(wish)]);
    return requests.map((request) => request.id);
  }),

  seen: intent(v.object({ ids: v.array(v.string()) }), ({ ids }) => outbox.markSeen(ids)),

  'keep draft': intent(v.nullable(popupDraftSchema), keepDraft),
};
