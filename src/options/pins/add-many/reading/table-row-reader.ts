import type { Days } from '../../../../providers/contract/provider';
import { findReferences, type Reference } from '../../../../references';
import { readActionWord, readHours } from '../../../../references/cell-words';
import { plainWords } from '../../../../references/column-names';
import {
  cellText,
  collectUnread,
  hasLostDigits,
  mayLackCountry,
  readAction,
  readDays,
  readWithRivals,
  shorten,
  textUnderName,
  type WrittenCell,
} from './cells';
import { readChatOfRow } from './chat-cells';
import { columnMeaning, hoursOfColumn } from './column-meaning';
import type { ColumnRole } from './column-roles';
import type { Table } from './find-table';
import { instructionsInText } from './instructions-in-text';
import { keyOfMessage, keyOfSender } from './payload-keys';
import type { Row } from './row';

type Cells = readonly string[];

/** Creates a function that reads the cells of a line. A cell with several messages gives several rows. */
export function createTableRowReader(table: Table): (cells: Cells, lineNumber: number) => Row[] {
  const indexesOf = (role: ColumnRole): number[] =>
    table.columns.flatMap((column, index) => (column.role === role ? [index] : []));
  const [message = -1] = indexesOf('message');
  const [account = -1] = indexesOf('account');
  const [action = -1] = indexesOf('action');
  const [duration = -1] = indexesOf('duration');
  const chats = indexesOf('chat');
  const senders = indexesOf('sender');
  const rivalsOf = (role: ColumnRole): number[] =>
    table.columns.flatMap(({ rivalFor }, index) => (rivalFor === role ? [index] : []));
  const rivals = {
    chat: rivalsOf('chat'),
    account: rivalsOf('account'),
    action: rivalsOf('action'),
    duration: rivalsOf('duration'),
  };
  const nameOf = (index: number): string => table.columns[index]?.name ?? '';
  const key = keyOfMessage(nameOf(message), table.isChosen);

  /** Writes a line as a JSON object, so that it is read like a payload with these keys. */
  function asRecord(cells: Cells): string {
    const entries = [[key, cellText(cells[message] ?? '')]];
    for (const index of senders)
      entries.push([keyOfSender(nameOf(index), cells[index] ?? ''), cellText(cells[index] ?? '')]);
    // A column `id` may contain ids of anything, so the reader requires a chat and a direction beside it.
    if (key === 'id') for (const index of chats) entries.push([nameOf(index), cellText(cells[index] ?? '')]);
    return JSON.stringify(Object.fromEntries(entries.filter(([, text]) => text !== '')));
  }

  /** Reads a cell of several words as a text: an id among words, several ids, or a payload. */
  function referencesIn(cells: Cells): Reference[] {
    const text = cellText(cells[message] ?? '');
    const inText = /\s/.test(text) ? findReferences(text) : [];
    return inText.length > 0 ? inText : findReferences(asRecord(cells));
  }

  /** Reads the action. A rival column whose name does not mean an action counts only if its cell names an action. */
  function actionOf(cell: (index: number) => string): WrittenCell<'pin' | 'unpin'> {
    const read = (index: number) => {
      const text = textUnderName(nameOf(index), cell(index));
      return { ...readAction(text), text };
    };
    const others = rivals.action
      .filter((index) => columnMeaning(nameOf(index)) === 'action' || readActionWord(cellText(cell(index))) !== null)
      .map(read);
    return readWithRivals(read(action), others, 'action-twice');
  }

  function daysOf(cell: (index: number) => string): WrittenCell<Days> {
    const read = (index: number, hours: Table['hours']) => ({ ...readDays(cell(index), hours), text: cell(index) });
    const others = rivals.duration
      .filter((index) => columnMeaning(nameOf(index)) === 'duration' || readHours(cellText(cell(index))) !== null)
      .map((index) => read(index, hoursOfColumn(nameOf(index))));
    return readWithRivals(read(duration, table.hours), others, 'days-twice');
  }

  return (cells, lineNumber) => {
    if (cells.every((cell, index) => isFiller(cell, table.columns[index]?.role))) return [];
    const cell = (index: number): string => (cells[index] ?? '').trim();
    const messageText = cell(message);
    const isShifted = cells.slice(table.columns.length).some((extra) => extra.trim() !== '');
    const hasLost = hasLostDigits(messageText);
    const rowAction = actionOf(cell);
    const rowDays = daysOf(cell);
    const ownAccount = cellText(cell(account));
    const otherAccounts = new Set(rivals.account.map((index) => cellText(cell(index))));
    const otherChats = rivals.chat.map((index) => ({ name: nameOf(index), text: cell(index) }));
    const references = hasLost ? [] : referencesIn(cells);
    // `unpin 3EB0…` in the cell of the message counts if the row has no action of its own.
    const instructions = /\s/.test(messageText) ? instructionsInText(cellText(messageText)) : null;

    return (references.length > 0 ? references : [null]).map((reference): Row => {
      const instruction = reference ? instructions?.get(reference.messageId) : undefined;
      const chatColumn = chatColumnFor(
        chats.map((index) => ({ index, name: nameOf(index) })),
        reference,
      );
      const chat = readChatOfRow(chatColumn === null ? '' : cell(chatColumn), otherChats, reference);
      return {
        lineNumber,
        reference: reference && { ...reference, chat: chat.value },
        messageText: shorten(messageText),
        mayLackCountry: chat.value !== null && reference?.serialized === null && mayLackCountry(chat.value),
        account: ownAccount,
        otherAccounts: [...otherAccounts].filter((other) => other !== '' && other !== ownAccount),
        action: rowAction.value ?? instruction?.action ?? null,
        days: rowDays.value ?? instruction?.days ?? null,
        unread: {
          ...(rowAction.value === null && instruction?.unread.action && { action: instruction.unread.action }),
          ...(rowDays.value === null && instruction?.unread.duration && { duration: instruction.unread.duration }),
          ...collectUnread({
            message: [messageText, isShifted ? 'cells-shifted' : hasLost ? 'message-digits-lost' : null],
            action: [rowAction.text, rowAction.problem],
            duration: [rowDays.text, rowDays.problem],
            chat: [chat.text, chat.problem],
          }),
        },
      };
    });
  };
}

/** Tells whether a cell may stand below the last row: empty, a checkbox, or a value that was filled down its column. */
const isFiller = (cell: string, role: ColumnRole | undefined): boolean =>
  /^[\s:-]*$/.test(cell) ||
  role === 'account' ||
  role === 'action' ||
  role === 'duration' ||
  (role === 'unused' && /^(?:true|false)$/i.test(cell.trim()));

/**
 * Returns the column of the chat. If there are columns `From` and `To`, one of them holds the account itself; the
 * direction of the message tells which.
 */
function chatColumnFor(chats: readonly { index: number; name: string }[], reference: Reference | null): number | null {
  const ownName = reference?.fromMe === true ? 'from' : reference?.fromMe === false ? 'to' : null;
  const others = chats.filter(({ name }) => ownName === null || plainWords(name) !== ownName);
  return others[0]?.index ?? null;
}
