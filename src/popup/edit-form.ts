import type { PopupForm } from '../pins/popup-form';
import { readChat } from '../references/chat';

/** What the user types or chooses. A new chat or a chosen account is said for the message that stands there. */
export type FormChange = Partial<
  Pick<PopupForm, 'message' | 'accountId' | 'sender' | 'action' | 'days' | 'left' | 'numbers'>
> & {
  /** As typed, or the JID of one that was chosen; null takes back what was typed. */
  chat?: string | null;
};

/**
 * The form after a change. What was typed for one message is never used for another: a new text in Message empties the
 * chat, the sender and the rows that were left out. The chat is offered from then on; account and duration stay, and are
 * shown as those of an earlier message.
 */
export function editForm(form: PopupForm, change: FormChange): PopupForm {
  const { message, chat, ...others } = change;
  const withMessage = message === undefined || message === form.message ? complete(form) : editMessage(form, message);
  const withAccount = others.accountId === undefined ? withMessage : chooseAccount(withMessage, others.accountId);
  const withRest = {
    ...withAccount,
    ...others,
    earlier: others.days === undefined ? withAccount.earlier : { ...withAccount.earlier, days: false },
  };
  return chat === undefined ? withRest : typeChat(withRest, chat, change.sender);
}

/** Whoever goes on to another field has typed the message that a chat was typed ahead for. */
function complete(form: PopupForm): PopupForm {
  const { chat, message } = form;
  return chat?.typed === 'ahead' && !isBlank(message) ? { ...form, chat: { ...chat, typed: 'before' } } : form;
}

function editMessage(form: PopupForm, message: string): PopupForm {
  const { chat } = form;
  // White space around it makes no other message.
  if (message.trim() === form.message.trim()) return { ...form, message, chat: chat && { ...chat, message } };
  const isFirst = isBlank(form.message);
  const isTyped = isOneKeyApart(form.message, message) && !isBlank(message);
  const isMeant = chat?.typed === 'ahead' && (isFirst || isTyped);
  return {
    ...form,
    message,
    chat: isMeant ? { ...chat, message, typed: isTyped ? 'ahead' : 'before' } : null,
    earlierChat: isMeant ? form.earlierChat : chat?.written || form.earlierChat,
    numbers: isMeant ? form.numbers : {},
    earlier: isFirst ? form.earlier : { account: form.accountId !== null, days: form.days !== null },
    // What a gesture or the user wanted of the first is no longer meant.
    action: 'pin',
    undecided: false,
    sender: null,
    left: [],
  };
}

/** Of another account the chat only stays where it was typed for the message; a hidden number is an account's own. */
function chooseAccount(form: PopupForm, accountId: string | null): PopupForm {
  const { chat, earlier } = form;
  const isKept = chat === null || (chat.typed === 'after' && readChat(chat.written)?.kind !== 'lid');
  return {
    ...form,
    ...(isKept ? {} : { chat: null, earlierChat: chat.written || form.earlierChat }),
    accountId,
    // What tells the country of a number is the account.
    numbers: {},
    undecided: false,
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
    // Another chat has other authors.
    sender: sender ?? (form.sender && { ...form.sender, author: null }),
  };
}

const isBlank = (text: string): boolean => text.trim() === '';

/** Whether one key makes the one text of the other: a sign more or less, anywhere. What is pasted or replaced is new. */
function isOneKeyApart(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (long.length - short.length !== 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  return short.slice(at) === long.slice(at + 1);
}
