import { findReferences, readChat } from '../../../../references';
import { readActionWord, readHours } from '../../../../references/cell-words';
import { isMessage } from './cell-kinds';
import { readAction, readDays, saidUnder, unreadCells } from './cells';
import { columnMeaning } from './column-meaning';
import { mentionedIn, type Said } from './instruction-in-prose';
import type { Row } from './row';

/** What a text that is no table says about one message beside its chat. */
export type Saying = Pick<Row, 'action' | 'days' | 'unread'>;

/** A key and its value, in JSON, a form or a log: `"messageAction":"unpin"`, `ação: desafixar`. */
const pair =
  /([\p{L}\p{M}_-]{2,30})["']?\s{0,3}[:=]\s{0,3}["']?([\p{L}\p{M}\d_-]{1,30}(?: [\p{L}\p{M}\d]{2,12}){0,2})/gu;
/** A word by itself in an array or in HTML: `["3EB0…","unpin"]`, `<td>unpin</td>`; `"pin": false` is a key. */
const loose = /(?:[[,(]\s{0,3}["']|>\s{0,3})([\p{L}\p{M}\d][\p{L}\p{M}\d _-]{1,30})\s{0,3}["'<](?!\s{0,3}:)/gu;
/** A longer line is no list that people write. */
const maxLineLength = 300;

/**
 * The actions and durations that stand beside the messages of a text, by message id: in the same line, or in the same
 * record between blank lines. Where one stands beside several messages, or among words that are not understood, it is
 * not clear for any of them: a heading `Unpin:` must not end in a pin.
 */
export function saidInText(text: string): Map<string, Saying> {
  const found = new Map<string, Saying>();
  const records = text.split(/\n[^\S\n]*\n/);
  for (const record of records) {
    const said = saidIn(record);
    if (!said || takeSaid(idsOf(record), said, found)) continue;
    const apart = record.split('\n').map((line) => takeLine(line, found));
    // A line of its own, above a list or inside it, may be about each of them.
    const alone = apart.find((words) => words !== null);
    if (alone) takeSaid(idsOf(record), alone, found, true);
  }
  let idsOfText: string[] | undefined;
  for (const record of records) {
    const alone = takeMentioned(record, found);
    if (!alone) continue;
    const ids = idsOf(record);
    idsOfText ??= ids.length > 0 ? undefined : idsOf(text);
    takeUnclear(ids.length > 0 ? ids : (idsOfText ?? []), alone, found);
  }
  return found;
}

/** What lines name among other words, at their messages; gives what stands in a line without any. */
function takeMentioned(record: string, found: Map<string, Saying>): Said | null {
  let alone: Said | null = null;
  for (const line of record.split('\n')) {
    const mentioned = mentionedIn(line);
    if (!mentioned) continue;
    const ids = idsOf(line);
    takeUnclear(ids, mentioned, found);
    if (ids.length === 0) alone ??= mentioned;
  }
  return alone;
}

/** Messages that something else is said about keep that. */
function takeUnclear(ids: readonly string[], said: Said, found: Map<string, Saying>): void {
  for (const id of ids) if (!found.has(id)) found.set(id, unclear(said));
}

const idsOf = (part: string): string[] => [...new Set(findReferences(part).map(({ messageId }) => messageId))];

/** What stands beside one message, or is not clear beside several. False where several were not expected. */
function takeSaid(ids: readonly string[], said: Said, found: Map<string, Saying>, maybeSeveral = false): boolean {
  if (ids.length !== 1 && !maybeSeveral) return false;
  for (const id of ids) {
    const earlier = found.get(id);
    const saying = ids.length > 1 || (earlier && !isSame(earlier, sayingOf(said))) ? unclear(said) : sayingOf(said);
    found.set(id, saying);
  }
  return true;
}

/** What a line says without naming a message; null where it says nothing, or beside its own messages. */
function takeLine(line: string, found: Map<string, Saying>): Said | null {
  const said = saidIn(line);
  const ids = said ? idsOf(line) : [];
  if (said && ids.length > 0) takeSaid(ids, said, found, true);
  return ids.length > 0 ? null : said;
}

const isSame = (a: Saying, b: Saying): boolean => a.action === b.action && a.days === b.days;

function sayingOf({ action, duration }: Said): Saying {
  const read = { action: readAction(action), days: readDays(duration, null) };
  return {
    action: read.action.value,
    days: read.days.value,
    unread: unreadCells({ action: [action, read.action.problem], duration: [duration, read.days.problem] }),
  };
}

const unclear = ({ action, duration }: Said): Saying => ({
  action: null,
  days: null,
  unread: unreadCells({
    action: [action, action === '' ? null : 'said-of-several'],
    duration: [duration, duration === '' ? null : 'said-of-several'],
  }),
});

/** `{"pin": true, "time": 30}`, for 30 days; `{"pin": false}` asks for an unpin. Source: docs/providers.md "Periskope". */
const isCallOfPeriskope = (key: string, value: string): boolean =>
  readActionWord(key) !== null && /^(?:true|false)$/i.test(value);

/** What a part of a text says, by pairs or by a line of words; null for nothing. Two that contradict cannot be read. */
function saidIn(part: string): Said | null {
  const said = { action: new Set<string>(), duration: new Set<string>() };
  const pairs = [...part.matchAll(pair)];
  const isCall = pairs.some(([, key = '', value = '']) => isCallOfPeriskope(key, value));
  for (const [, key = '', value = ''] of pairs) {
    const meaning = columnMeaning(key);
    if (meaning === 'action' && readActionWord(value)) said.action.add(value);
    if (isCallOfPeriskope(key, value)) said.action.add(saidUnder(key, value));
    if (isCall && key === 'time') said.duration.add(value);
    if (meaning === 'duration' && readHours(value) !== null) said.duration.add(value);
  }
  for (const [, words = ''] of part.matchAll(loose)) {
    if (readActionWord(words)) said.action.add(words);
    if (readHours(words) !== null) said.duration.add(words);
  }
  for (const line of part.split('\n')) {
    const words = wordsOf(line);
    if (words?.action) said.action.add(words.action);
    if (words?.duration) said.duration.add(words.duration);
  }
  if (said.action.size + said.duration.size === 0) return null;
  return { action: [...said.action].join(' / '), duration: [...said.duration].join(' / ') };
}

/** A line of a message, its chat perhaps, and an action or a duration: `3EB0… unpin 30 days`. */
function wordsOf(line: string): Said | null {
  if (line.length > maxLineLength || !/[0-9A-F]{16}/i.test(line)) return null;
  const words = line
    .replace(/^\s*\d{1,5}[.)]\s/, '')
    .split(/[\s:>→–-]+(?=\S)|\s+$/)
    .filter((word) => word !== '');
  const rest = words.filter((word) => !isMessage(word) && !readChat(word));
  if (rest.length === 0 || rest.length > 6 || words.filter(isMessage).length !== 1) return null;
  for (let cut = 0; cut <= rest.length; cut += 1) {
    const [first, second] = [rest.slice(0, cut).join(' '), rest.slice(cut).join(' ')];
    for (const [action, duration] of [
      [first, second],
      [second, first],
    ] as const) {
      const isAction = action === '' || readActionWord(action) !== null;
      const isDuration = duration === '' || readHours(duration) !== null;
      if (isAction && isDuration) return { action, duration };
    }
  }
  return null;
}
