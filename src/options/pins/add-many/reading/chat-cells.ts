import { type Reference, readChat } from '../../../../references';
import { plainWords } from '../../../../references/column-names';
import { cellText, differing, readChatCell, type SaidCell } from './cells';

/** A cell that may name the chat too, and the name of its column. */
export interface OtherChat {
  name: string;
  said: string;
}

/**
 * The chat that a row names: a whole key names it too, and then its cells may be names, but of no other chat. Beside a
 * chat, names are no other one, nor are LIDs, senders and recipients.
 */
export function chatOf(said: string, others: readonly OtherChat[], reference: Reference | null): SaidCell<string> {
  const read = { ...readChatCell(said), said };
  const written = others.filter((other) => cellText(other.said) !== '');
  const beside = written.filter(({ name }) => !/^(?:from|to)$/.test(plainWords(name)));
  const known = reference?.chat ?? null;
  if (known !== null && reference?.serialized === null && beside.some((other) => isBesideOther(known, other.said))) {
    return differing(read, beside, 'chat-twice');
  }
  if (known !== null) {
    const wrong = [read, ...beside].find((cell) => isOtherChat(readChatCell(cell.said).value, known));
    return { value: known, problem: wrong ? 'chat-other' : null, said: wrong?.said ?? said };
  }
  if (read.problem !== null) return read;
  const isTwice =
    read.value === null ? written.length > 0 : beside.some((other) => isBesideOther(read.value, other.said));
  return isTwice ? differing(read, read.value === null ? written : beside, 'chat-twice') : read;
}

/** Whether a cell beside a chat names another one. */
function isBesideOther(known: string | null, said: string): boolean {
  const { value, problem } = readChatCell(said);
  if (known === null || value === null) return problem === 'chat-digits-lost';
  const kinds = [kindOf(known), kindOf(value)];
  return !kinds.includes('lid') && (kinds[0] !== kinds[1] || isOtherChat(value, known));
}

/** Two numbers or two groups; a number may be written without its country, or with one digit more than in WhatsApp. */
function isOtherChat(written: string | null, known: string): boolean {
  if (written === null || kindOf(written) !== kindOf(known) || kindOf(known) === 'lid') return false;
  const [a, b] = [written, known].map((chat) => readChat(chat)?.user ?? chat.replace(/\D/g, ''));
  return kindOf(known) === 'person' ? a?.slice(-8) !== b?.slice(-8) : a !== b;
}

/** A number that a person wrote is one of a person. */
const kindOf = (chat: string) => readChat(chat)?.kind ?? 'person';
