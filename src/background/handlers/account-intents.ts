import * as v from 'valibot';
import { type AccountView, viewsOf } from '../../accounts/account';
import {
  cleanDraft,
  credentialsOf,
  type Draft,
  draftSchema,
  type Problems,
  problemsOf,
} from '../../accounts/account-draft';
import { hasUnreadableAccounts, readBook, saveAccount, setDefault } from '../../accounts/account-store';
import { checkConnection, listChoices } from '../../accounts/call-provider';
import { offerAccount, takeOffer } from '../../accounts/offer-account';
import { intent } from '../../platform/handle-messages';
import type { Choice, Connection, Failure } from '../../providers';
import { chatBook, queue } from '../services';

/**
 * Cleans a draft, and returns it with its credentials and its problems. Secrets that the user has not touched are the
 * saved ones.
 */
async function inspect(input: Draft) {
  const { accounts } = await readBook();
  const draft = cleanDraft(input);
  const saved = accounts.find(({ id }) => id === draft.id);
  const credentials = credentialsOf(draft, saved);
  const otherNames = accounts.flatMap(({ id, name }) => (id === draft.id ? [] : [name]));
  return {
    draft,
    keys: { providerId: draft.providerId, credentials },
    problems: problemsOf(draft, credentials, otherNames),
  };
}

export type Tried = { kind: 'problems'; problems: Problems } | { kind: 'tried'; connection: Connection };
export type Saved = Tried | { kind: 'saved'; id: string };

/**
 * The intents about accounts, mostly of the options page. No answer holds a secret, apart from an offer on its way into
 * the form.
 */
export const accountIntents = {
  accounts: intent(v.object({}), async (): Promise<AccountView[]> => viewsOf(await readBook())),

  'has unreadable accounts': intent(v.object({}), hasUnreadableAccounts),

  'test connection': intent(draftSchema, async (input): Promise<Tried> => {
    const { draft, keys, problems: all } = await inspect(input);
    // A connection can be tested before the account has a name.
    const { name: _, defaultChat: __, ...problems } = all;
    if (Object.keys(problems).length > 0) return { kind: 'problems', problems };
    const connection = await checkConnection(keys);
    if (connection.kind === 'connected' && draft.id !== null) await queue.reopen(draft.id);
    return { kind: 'tried', connection };
  }),

  /** Saves an account whose connection works. `anyway`: the user has seen that it does not work, and saves it all the same. */
  'save account': intent(v.object({ draft: draftSchema, anyway: v.boolean() }), async (input): Promise<Saved> => {
    const { draft, keys, problems } = await inspect(input.draft);
    if (Object.keys(problems).length > 0) return { kind: 'problems', problems };
    const connection: Connection | null = input.anyway ? null : await checkConnection(keys);
    if (connection && connection.kind !== 'connected') return { kind: 'tried', connection };
    const id = await saveAccount(draft, connection?.number ?? null);
    // The account may now belong to another number, which has other chats.
    await chatBook.forget(id);
    await queue.reopen(id);
    return { kind: 'saved', id };
  }),

  'list choices': intent(
    draftSchema,
    async (input): Promise<Choice[] | Failure> => listChoices((await inspect(input)).keys),
  ),

  'delete account': intent(v.object({ id: v.string() }), async ({ id }) => {
    // Accounts that cannot be read cannot be deleted either. This throws before the requests of the account are ended.
    await readBook();
    await queue.endAccount(id);
  }),

  'mark default': intent(v.object({ id: v.nullable(v.string()) }), ({ id }) => setDefault(id)),

  /** Returns the offer that waits for the account form, and removes it. */
  'take offer': intent(v.object({}), takeOffer),

  /** Opens the account form if a text that was pasted into the popup holds the credentials of an unsaved account. */
  'offer account': intent(v.object({ text: v.string() }), ({ text }) => offerAccount(text)),
};
