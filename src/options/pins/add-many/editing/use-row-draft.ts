import { useState } from 'preact/hooks';
import type { Days } from '../../../../providers/contract/provider';
import type { AddManyState } from '../add-many-state';
import { numberCountries } from '../review/number-countries';
import type { ReviewRow } from '../review/review-row';
import type { RowEdit } from './row-edit';
import { readTypedChat, type TypedChat } from './typed-chat';

/** The fields of an open row editor. Only changed fields become part of the row's edit. */
export interface RowDraft {
  /** The chat as it is typed. */
  chat: string;
  accountId: string | null;
  /** The action; null if the cell cannot be read and the user has not chosen yet. */
  action: 'pin' | 'unpin' | null;
  days: Days | null;
  /** The reason why the typed chat could not be kept. */
  chatProblem: Exclude<TypedChat, { kind: 'chat' | 'empty' }> | null;
  setChat(chat: string): void;
  change(change: RowEdit): void;
  /** Returns the edit; null if the typed chat cannot be read or leaves a question (see `chatProblem`). */
  finish(): RowEdit | null;
  /** Returns the edit with an answer to the question about the chat. */
  finishWithChat(chat: string): RowEdit;
}

/** Creates the draft of the edit of one row. */
export function useRowDraft(row: ReviewRow, rowIndex: number, state: AddManyState): RowDraft {
  const { accounts, choices, countries, editOf } = state;
  const shownChat = row.unread.chat?.text ?? (row.chatFrom === 'row' ? (row.chat ?? '') : '');
  const [chat, setChat] = useState(shownChat);
  const [changes, setChanges] = useState<RowEdit>({});
  const [chatProblem, setChatProblem] = useState<RowDraft['chatProblem']>(null);
  const accountId = changes.accountId ?? row.accountId;

  function finish(): RowEdit | null {
    // If the user keeps a row without changes, the country of its number is still asked for.
    const isQuestionOpen = row.problem === 'chat-country' && Object.keys(changes).length === 0;
    if (chat.trim() === shownChat.trim() && !isQuestionOpen) return changes;
    const account = accounts.value.filter(({ id }) => id === accountId);
    const ownCountries = numberCountries(account, null, null);
    const typedChat = readTypedChat(chat, ownCountries.length > 0 ? ownCountries : countries.value);
    if (typedChat.kind === 'chat') return { ...changes, chat: typedChat.chat };
    // An empty field removes the chat of an earlier edit, so that the cell applies again.
    if (typedChat.kind === 'empty') return editOf(rowIndex).chat ? { ...changes, chat: undefined } : changes;
    setChatProblem(typedChat);
    return null;
  }

  return {
    chat,
    accountId,
    action: changes.action ?? (row.unread.action ? null : (row.action ?? choices.value.action)),
    days: changes.days ?? (row.unread.duration ? null : (row.days ?? choices.value.days)),
    chatProblem,
    setChat(input) {
      setChat(input);
      setChatProblem(null);
    },
    change: (change) => setChanges({ ...changes, ...change }),
    finish,
    finishWithChat: (answer) => ({ ...changes, chat: answer }),
  };
}
