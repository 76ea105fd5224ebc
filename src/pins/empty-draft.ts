/** What the popup is filled with where nothing is said yet: null is what follows from the rest. */
export const emptyDraft = {
  message: '',
  chat: null,
  accountId: null,
  undecided: false,
  sender: null,
  action: 'pin' as const,
  days: null,
  left: [] as string[],
  question: null,
  before: null,
};
