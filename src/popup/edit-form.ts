import type { PopupForm } from '../pins/plan/popup-form';
import { readChat } from '../references/chat';

/** A change that the user makes. A chat or an account applies only to the message that is in the form. */
export type FormChange = Partial<
  Pick<PopupForm, 'message' | 'accountId' | 'sender' | 'action' | 'days' | 'excluded' | 'numbers'>
> & {
  /** The chat as typed, or the JID of a chosen chat; null removes what was typed. */
  chat?: string | null;
};

/**
 * Returns the form after a change. Nothing that was typed for one message is used for another: a new text in Message
 * empties the chat, the sender and the list of rows that are left out. The chat is then offered as the earlier chat.
 * Account and duration stay, marked as chosen for an earlier message.
 */
export function editForm(form: PopupForm, change: FormChange): PopupForm {
  const { message, chat, ...others } = change;
  const withMessage = message === undefined || message === form.message ? complete(form) : editMessage(form, message);
  const withAccount = others.accountId === undefined ? withMessage : chooseAccount(withMessage, others.accountId);
  const changed = {
    ...withAccount,
    ...others,
    earlier: others.days === undefined ? withAccount.earlier : { ...withAccount.earlier, days: false },
  };
  return chat === undefined ? changed : typeChat(changed, chat, change.sender);
}

/** Marks a chat that was typed ahead as typed before its message, when the user moves on to another field. */
function complete(form: PopupForm): PopupForm {
  const { chat, message } = form;
  return chat?.typed === 'ahead' && !isBlank(message) ? { ...form, chat: { ...chat, typed: 'before' } } : form;
}

function editMessage(form: PopupForm, message: string): PopupForm {
  const { chat } = form;
  // White space at either end does not make a different message.
  if (message.trim() === form.message.trim()) return { ...form, message, chat: chat && { ...chat, message } };
  const isFirst = isBlank(form.message);
  const isTyped = isOneKeyApart(form.message, message) && !isBlank(message);
  const isForMessage = chat?.typed === 'ahead' && (isFirst || isTyped);
  return {
    ...form,
    message,
    chat: isForMessage ? { ...chat, message, typed: isTyped ? 'ahead' : 'before' } : null,
    earlierChat: isForMessage ? form.earlierChat : chat?.written || form.earlierChat,
    numbers: isForMessage ? form.numbers : {},
    earlier: isFirst ? form.earlier : { account: form.accountId !== null, days: form.days !== null },
    // The action that a gesture or the user chose was for the earlier message.
    action: 'pin',
    mustChooseAccount: false,
    sender: null,
    excluded: [],
  };
}

/**
 * Keeps the chat only if it was typed for this message. A hidden number (`@lid`) belongs to one account and never
 * stays.
 */
function chooseAccount(form: PopupForm, accountId: string | null): PopupForm {
  const { chat, earlier } = form;
  const isKept = chat === null || (chat.typed === 'after' && readChat(chat.written)?.kind !== 'lid');
  return {
    ...form,
    ...(isKept ? {} : { chat: null, earlierChat: chat.written || form.earlierChat }),
    accountId,
    // The countries were found with the account's own number.
    numbers: {},
    mustChooseAccount: false,
    sender: null,
    earlier: { ...earlier, account: false },
  };
}

function typeChat(form: PopupForm, written: string | null, sender: PopupForm['sender'] | undefined): PopupForm {
  const { message } = form;
  const typed = isBlank(message) ? 'ahead' : 'after';
  return {
    ...form,
    chat: written === null ? null : { written, message, typed, isOverText: false },
    earlierChat: null,
    // The author need not be a member of another chat.
    sender: sender ?? (form.sender && { ...form.sender, author: null }),
  };
}

const isBlank = (text: string): boolean => text.trim() === '';

/**
 * Returns whether the texts differ by one character that was typed or deleted. Any larger change counts as a new text.
 */
function isOneKeyApart(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (long.length - short.length !== 1) return false;
  let index = 0;
  while (index < short.length && short[index] === long[index]) index += 1;
  return short.slice(index) === long.slice(index + 1);
}
