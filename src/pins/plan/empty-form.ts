import type { PopupForm } from './popup-form';

/** The popup's form where nothing is said yet. */
export const emptyForm: PopupForm = {
  message: '',
  chat: null,
  earlierChat: null,
  numbers: {},
  accountId: null,
  undecided: false,
  sender: null,
  action: 'pin',
  days: null,
  earlier: { account: false, days: false },
  left: [],
};

/** What the popup is filled with where nothing is said yet. */
export const emptyDraft = { ...emptyForm, question: null, before: null };
