import { findReferences, type Reference, readChat } from '../../references';
import { plainWords } from '../../references/column-names';
import { roleOf } from '../../references/keys';
import {
  type CellReading,
  cellText,
  hasLostDigits,
  isTypedChat,
  readAction,
  readChatCell,
  readDays,
  saidUnder,
  shortened,
  unreadCells,
} from './cells';
import type { ColumnRole } from './column-roles';
import type { Table } from './find-table';
import type { Row } from './row';
import { saidInText } from './said-in-text';

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

  return (cells, line) => {
    if (cells.every((cell, place) => isFilledDown(cell, table.columns[place]?.role))) return [];
    const cell = (place: number): string => (cells[place] ?? '').trim();
    const written = cell(message);
    const isShifted = cells.slice(table.columns.length).some((extra) => extra.trim() !== '');
    const isLost = hasLostDigits(written);
    const command = saidUnder(nameAt(action), cell(action));
    const said = readAction(command);
    const days = readDays(cell(duration), table.hours);
    const found = isLost ? [] : referencesIn(cells);
    // `unpin 3EB0…` in the cell of the message says what its own columns leave open.
    const beside = /\s/.test(written) ? saidInText(cellText(written)) : null;

    return (found.length > 0 ? found : [null]).map((reference): Row => {
      const also = reference ? beside?.get(reference.messageId) : undefined;
      const place = chatPlace(
        chats.map((each) => ({ place: each, name: nameAt(each) })),
        reference,
      );
      const chat = chatOf(place === null ? '' : cell(place), reference);
      return {
        line,
        reference: reference && { ...reference, chat: chat.value },
        written: shortened(written),
        isTypedChat: chat.value !== null && reference?.serialized === null && isTypedChat(chat.value),
        account: cellText(cell(account)),
        action: said.value ?? also?.action ?? null,
        days: days.value ?? also?.days ?? null,
        unread: {
          ...(said.value === null && also?.unread.action && { action: also.unread.action }),
          ...(days.value === null && also?.unread.duration && { duration: also.unread.duration }),
          ...unreadCells({
            message: [written, isShifted ? 'cells-shifted' : isLost ? 'message-digits-lost' : null],
            action: [command, said.problem],
            duration: [cell(duration), days.problem],
            chat: [place === null ? '' : cell(place), chat.problem],
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

/** The chat that a row names: a whole key names it too, and then its cell may be a name, but of no other chat. */
function chatOf(cell: string, reference: Reference | null): CellReading<string> {
  const read = readChatCell(cell);
  if (!reference || reference.chat === null) return read;
  const isOther = read.value !== null && isOtherChat(read.value, reference.chat);
  return isOther ? { value: reference.chat, problem: 'chat-other' } : { value: reference.chat, problem: null };
}

/** Two numbers or two groups; a number may be written without its country, or with one digit more than in WhatsApp. */
function isOtherChat(written: string, known: string): boolean {
  const [a, b] = [readChat(written), readChat(known)];
  const kind = a?.kind ?? 'person';
  if (kind !== b?.kind || kind === 'lid') return false;
  const user = a?.user ?? written.replace(/\D/g, '');
  return kind === 'person' ? user.slice(-8) !== b.user.slice(-8) : user !== b.user;
}
