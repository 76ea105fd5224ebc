import * as v from 'valibot';
import { type AccountView, viewOf } from '../../accounts/account';
import {
  cleanDraft,
  credentialsOf,
  type Draft,
  draftSchema,
  type Problems,
  problemsOf,
} from '../../accounts/account-draft';
import { deleteAccount, readBook, saveAccount, setDefault } from '../../accounts/account-store';
import { checkConnection, listChoices } from '../../accounts/call-provider';
import { chatBook } from '../../accounts/chat-book';
import { intent } from '../../platform/handle-messages';
import type { Choice, Connection, Failure } from '../../providers';
import { queue } from '../services';

const nothing = v.object({});

/** A draft with all that is needed to check and try it. */
async function look(typed: Draft) {
  const { accounts } = await readBook();
  const draft = cleanDraft(typed);
  const credentials = credentialsOf(
    draft,
    accounts.find(({ id }) => id === draft.id),
  );
  const others = accounts.flatMap(({ id, name }) => (id === draft.id ? [] : [name]));
  return {
    draft,
    keys: { providerId: draft.providerId, credentials },
    problems: problemsOf(draft, credentials, others),
  };
}

export type Tried = { kind: 'problems'; problems: Problems } | { kind: 'tried'; connection: Connection };
export type Saved = Tried | { kind: 'saved'; id: string };

/** What the options page may ask about accounts. No answer holds a secret. */
export const accountIntents = {
  accounts: intent(nothing, async (): Promise<AccountView[]> => {
    const book = await readBook();
    return book.accounts.map((account) => viewOf(account, book));
  }),

  'test connection': intent(draftSchema, async (typed): Promise<Tried> => {
    const { draft, keys, problems: all } = await look(typed);
    // A connection can be tried before the account has a name.
    const { name: _, defaultChat: __, ...problems } = all;
    if (Object.keys(problems).length > 0) return { kind: 'problems', problems };
    const connection = await checkConnection(keys);
    if (connection.kind === 'connected' && draft.id !== null) await queue.reopen(draft.id);
    return { kind: 'tried', connection };
  }),

  /** Saves when the connection works, or when the user has seen that it does not and saves anyway. */
  'save account': intent(v.object({ draft: draftSchema, anyway: v.boolean() }), async (wish): Promise<Saved> => {
    const { draft, keys, problems } = await look(wish.draft);
    if (Object.keys(problems).length > 0) return { kind: 'problems', problems };
    const connection: Connection | null = wish.anyway ? null : await checkConnection(keys);
    if (connection && connection.kind !== 'connected') return { kind: 'tried', connection };
    const id = await saveAccount(draft, connection?.number ?? null);
    // It may be another number's now.
    await chatBook.forget(id);
    await queue.reopen(id);
    return { kind: 'saved', id };
  }),

  'list choices': intent(
    draftSchema,
    async (typed): Promise<Choice[] | Failure> => listChoices((await look(typed)).keys),
  ),

  'delete account': intent(v.object({ id: v.string() }), async ({ id }) => {
    await deleteAccount(id);
    await chatBook.forget(id);
    // What waited for it ends now, and says why.
    await queue.endAccount(id);
  }),

  'mark default': intent(v.object({ id: v.nullable(v.string()) }), ({ id }) => setDefault(id)),
};
