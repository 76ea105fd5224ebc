import type { Days } from '../../../../providers/contract/provider';
import { findReferences, type Reference, readChat } from '../../../../references';
import { readActionWord, readHours } from '../../../../references/cell-words';
import { plainWords } from '../../../../references/column-names';
import { roleOf } from '../../../../references/keys';
import {
  cellText,
  hasLostDigits,
  isTypedChat,
  readAction,
  readBeside,
  readDays,
  type SaidCell,
  saidUnder,
  shortened,
  unreadCells,
} from './cells';
import { chatOf } from './chat-cells';
import { columnMeaning, hoursOfColumn } from './column-meaning';
import type { ColumnRole } from './column-roles';
import type { Table } from './find-table';
import { saidInText } from './instructions-in-text';
import type { Row } from './row';

type Cells = readonly string[];

/** Reads the rows of a table, one by one. */
export function createRowReader(table: Table): (cells: Cells, line: number) => Row[] {
  const placesOf = (role: ColumnRole): number[] =>
    table.columns.flatMap((column, place) => (column.role === role ? [place] : []));
  const [message = -1] = placesOf('message');
  const [account = -1] = placesOf('account');
  const [action = -1] = placesOf('action');
  const [duration = -1] = placesOf('duration');
  const chats = placesOf('chat');
  const senders = placesOf('sender');
  const rivalsOf = (role: ColumnRole): number[] =>
    table.columns.flatMap(({ rivalFor }, place) => (rivalFor === role ? [place] : []));
  const rivals = {
    chat: rivalsOf('chat'),
    account: rivalsOf('account'),
    action: rivalsOf('action'),
    duration: rivalsOf('duration'),
  };
  const nameAt = (place: number): string => table.columns[place]?.name ?? '';
  const key = keyOfMessage(nameAt(message), table.isChosen);

  /** A row as an object: what is known of keys elsewhere holds here too. */
  function asRecord(cells: Cells): string {
    const entries = [[key, cellText(cells[message] ?? '')]];
    for (const place of senders)
      entries.push([keyOfSender(nameAt(place), cells[place] ?? ''), cellText(cells[place] ?? '')]);
    // A column `id` may name anything: only beside a chat and a direction it is believed.
    if (key === 'id') for (const place of chats) entries.push([nameAt(place), cellText(cells[place] ?? '')]);
    return JSON.stringify(Object.fromEntries(entries.filter(([, text]) => text !== '')));
  }

  /** Words around an id, several ids or a payload in a cell are a text of their own. */
  function referencesIn(cells: Cells): Reference[] {
    const text = cellText(cells[message] ?? '');
    const ofText = /\s/.test(text) ? findReferences(text) : [];
    return ofText.length > 0 ? ofText : findReferences(asRecord(cells));
  }

  /** What the row says to do; a column that is not called an action counts where a cell is one. */
  function actionOf(cell: (place: number) => string): SaidCell<'pin' | 'unpin'> {
    const read = (place: number) => {
      const said = saidUnder(nameAt(place), cell(place));
      return { ...readAction(said), said };
    };
    const others = rivals.action
      .filter((place) => columnMeaning(nameAt(place)) === 'action' || readActionWord(cellText(cell(place))) !== null)
      .map(read);
    return readBeside(read(action), others, 'action-twice');
  }

  function daysOf(cell: (place: number) => string): SaidCell<Days> {
    const read = (place: number, hours: Table['hours']) => ({ ...readDays(cell(place), hours), said: cell(place) });
    const others = rivals.duration
      .filter((place) => columnMeaning(nameAt(place)) === 'duration' || readHours(cellText(cell(place))) !== null)
      .map((place) => read(place, hoursOfColumn(nameAt(place))));
    return readBeside(read(duration, table.hours), others, 'days-twice');
  }

  return (cells, line) => {
    if (cells.every((cell, place) => isFilledDown(cell, table.columns[place]?.role))) return [];
    const cell = (place: number): string => (cells[place] ?? '').trim();
    const written = cell(message);
    const isShifted = cells.slice(table.columns.length).some((extra) => extra.trim() !== '');
    const isLost = hasLostDigits(written);
    const said = actionOf(cell);
    const days = daysOf(cell);
    const ownAccount = cellText(cell(account));
    const otherAccounts = new Set(rivals.account.map((place) => cellText(cell(place))));
    const otherChats = rivals.chat.map((place) => ({ name: nameAt(place), said: cell(place) }));
    const found = isLost ? [] : referencesIn(cells);
    // `unpin 3EB0…` in the cell of the message says what its own columns leave open.
    const beside = /\s/.test(written) ? saidInText(cellText(written)) : null;

    return (found.length > 0 ? found : [null]).map((reference): Row => {
      const also = reference ? beside?.get(reference.messageId) : undefined;
      const place = chatPlace(
        chats.map((each) => ({ place: each, name: nameAt(each) })),
        reference,
      );
      const chat = chatOf(place === null ? '' : cell(place), otherChats, reference);
      return {
        line,
        reference: reference && { ...reference, chat: chat.value },
        written: shortened(written),
        isTypedChat: chat.value !== null && reference?.serialized === null && isTypedChat(chat.value),
        account: ownAccount,
        otherAccounts: [...otherAccounts].filter((other) => other !== '' && other !== ownAccount),
        action: said.value ?? also?.action ?? null,
        days: days.value ?? also?.days ?? null,
        unread: {
          ...(said.value === null && also?.unread.action && { action: also.unread.action }),
          ...(days.value === null && also?.unread.duration && { duration: also.unread.duration }),
          ...unreadCells({
            message: [written, isShifted ? 'cells-shifted' : isLost ? 'message-digits-lost' : null],
            action: [said.said, said.problem],
            duration: [days.said, days.problem],
            chat: [chat.said, chat.problem],
          }),
        },
      };
    });
  };
}

/** What says nothing by itself: an empty cell, a box to tick, and what is filled down a column beyond the last row. */
const isFilledDown = (cell: string, role: ColumnRole | undefined): boolean =>
  /^[\s:-]*$/.test(cell) ||
  role === 'account' ||
  role === 'action' ||
  role === 'duration' ||
  (role === 'unused' && /^(?:true|false)$/i.test(cell.trim()));

/** The name of the messages' column as payloads have it; who chose it believes it. */
const keyOfMessage = (name: string, isChosen: boolean): string => {
  const { role } = roleOf(name);
  return role === 'messages' || role === 'queue' || (role === 'id' && !isChosen) ? name : 'messageId';
};

const keyOfSender = (name: string, cell: string): string => {
  const isKnown = /^(?:direction|participant)$/.test(roleOf(name).role);
  return isKnown ? name : readChat(cell) ? 'participant' : 'fromMe';
};

/** Where a row's chat stands: `From` and `To` are the account itself by turns. */
function chatPlace(chats: readonly { place: number; name: string }[], reference: Reference | null): number | null {
  const own = reference?.fromMe === true ? 'from' : reference?.fromMe === false ? 'to' : null;
  const others = chats.filter(({ name }) => own === null || plainWords(name) !== own);
  return others[0]?.place ?? null;
}
