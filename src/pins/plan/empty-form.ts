import type { PopupDraft } from './popup-draft';
import type { PopupForm } from './popup-form';

/** The popup's form before anything is typed or chosen. */
export const emptyForm: PopupForm = {
  message: '',
  chat: null,
  earlierChat: null,
  numbers: {},
  accountId: null,
  mustChooseAccount: false,
  sender: null,
  action: 'pin',
  days: null,
  earlier: { account: false, days: false },
  excluded: [],
};

/** A draft with an empty form, without a question. */
export const emptyDraft: PopupDraft = { ...emptyForm, question: null, before: null };
