import { viewOf } from '../../src/accounts/account.ts';
import { type PlanInput, plan } from '../../src/pins/plan/plan.ts';
import { readText } from '../../src/references/index.ts';
import { makePeriskopeAccount, makeZApiAccount } from '../accounts/make-account.ts';

const nobody = { accounts: [], defaultId: null };

export const makeZApiTarget = (parts: Parameters<typeof makeZApiAccount>[0] = {}) =>
  viewOf(makeZApiAccount(parts), nobody);
export const makePeriskopeTarget = (parts: Parameters<typeof makePeriskopeAccount>[0] = {}) =>
  viewOf(makePeriskopeAccount(parts), nobody);

/** Where the user has said nothing beside the text. */
export const emptyInput: PlanInput = {
  accountId: null,
  defaultId: null,
  shownId: null,
  hasUnreadableAccounts: false,
  chat: null,
  numbers: {},
  sender: null,
  knownChats: {},
};

/** A chat that was typed. */
export const typedChat = (written: string, isOverText = false): PlanInput['chat'] => ({ written, isOverText });

/** The plan of a text, where the user has said nothing but that. */
export const planOf = (text: string, targets: Parameters<typeof plan>[1], input: Partial<PlanInput> = {}) =>
  plan(readText(text), targets, { ...emptyInput, ...input });
