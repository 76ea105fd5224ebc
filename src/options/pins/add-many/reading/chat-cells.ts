import { type Reference, readChat } from '../../../../references';
import { plainWords } from '../../../../references/column-names';
import { cellText, conflictingCells, readChatCell, type WrittenCell } from './cells';

/** A cell of another column that may name the chat too. */
export interface RivalChatCell {
  /** The name of its column. */
  name: string;
  text: string;
}

/**
 * Reads the chat that a row names. If the reference has a chat, the cells may hold anything except another chat.
 * Columns `From` and `To`, LIDs and names of people never contradict a chat.
 */
export function readChatOfRow(
  text: string,
  rivals: readonly RivalChatCell[],
  reference: Reference | null,
): WrittenCell<string> {
  const cell = { ...readChatCell(text), text };
  const filledRivals = rivals.filter((rival) => cellText(rival.text) !== '');
  const comparableRivals = filledRivals.filter(({ name }) => !/^(?:from|to)$/.test(plainWords(name)));
  const chat = reference?.chat ?? null;
  const hasConflict = (chosen: string | null) => comparableRivals.some((rival) => contradicts(rival.text, chosen));

  if (chat !== null && reference?.serialized === null && hasConflict(chat)) {
    return conflictingCells(cell, comparableRivals, 'chat-twice');
  }
  if (chat !== null) {
    const contradicting = [cell, ...comparableRivals].find((each) => isOtherChat(readChatCell(each.text).value, chat));
    return { value: chat, problem: contradicting ? 'chat-other' : null, text: contradicting?.text ?? text };
  }
  if (cell.problem !== null) return cell;
  if (cell.value === null) return filledRivals.length > 0 ? conflictingCells(cell, filledRivals, 'chat-twice') : cell;
  return hasConflict(cell.value) ? conflictingCells(cell, comparableRivals, 'chat-twice') : cell;
}

/** Tells whether the text of a cell names a chat other than the given one. */
function contradicts(text: string, chat: string | null): boolean {
  const { value, problem } = readChatCell(text);
  if (chat === null || value === null) return problem === 'chat-digits-lost';
  const kinds = [kindOf(chat), kindOf(value)];
  return !kinds.includes('lid') && (kinds[0] !== kinds[1] || isOtherChat(value, chat));
}

/**
 * Tells whether two numbers, or two groups, differ. Numbers are compared by their last eight digits: one may lack its
 * country code, or have a digit more than in WhatsApp.
 */
function isOtherChat(text: string | null, chat: string): boolean {
  if (text === null || kindOf(text) !== kindOf(chat) || kindOf(chat) === 'lid') return false;
  const [a, b] = [text, chat].map((each) => readChat(each)?.user ?? each.replace(/\D/g, ''));
  return kindOf(chat) === 'person' ? a?.slice(-8) !== b?.slice(-8) : a !== b;
}

/** Returns the kind of a chat. A number that `readChat` does not recognize still counts as the number of a person. */
const kindOf = (chat: string) => readChat(chat)?.kind ?? 'person';
