import { readChat } from '../../../../references';
import { readActionWord, readHours } from '../../../../references/cell-words';

/** An action or a duration, as it is written; empty for none. */
export interface Said {
  action: string;
  duration: string;
}

/** A longer line, or one with other marks, was written by a program: its words are its own. */
const longestLine = 300;
const ofPrograms = /[{}<>="[\]]|\d:\d\d/;
/** So many words are a sentence that somebody wrote about messages. */
const mostWords = 16;
/** `dejar de fijar mensaje` */
const longestPhrase = 4;

/** The actions and durations that a line names among other words; null for none. */
export function mentionedIn(line: string): Said | null {
  if (line.length > longestLine || ofPrograms.test(line)) return null;
  const words = line.split(/[\s,;:.!?()*•#→>|/]+|[-–—](?=\s)/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const said = words.filter((word) => word.length <= 16 && !readChat(word));
  if (said.length > mostWords) return null;
  const found = { action: new Set<string>(), duration: new Set<string>() };
  for (let at = 0; at < said.length; ) {
    const phrase = phraseAt(said, at);
    if (phrase) found[phrase.kind].add(phrase.words);
    at += phrase?.length ?? 1;
  }
  if (found.action.size + found.duration.size === 0) return null;
  return { action: [...found.action].join(' / '), duration: [...found.duration].join(' / ') };
}

/** The longest phrase that begins with one of the words. */
function phraseAt(said: readonly string[], at: number) {
  for (let length = Math.min(longestPhrase, said.length - at); length > 0; length -= 1) {
    const words = said.slice(at, at + length).join(' ');
    const kind = kindOf(words);
    if (kind) return { kind, words, length };
  }
  return null;
}

/** What was looked up before: logs say the same words in every line. */
const kinds = new Map<string, keyof Said | null>();

function kindOf(words: string): keyof Said | null {
  const known = kinds.get(words);
  if (known !== undefined) return known;
  const kind = readActionWord(words) ? 'action' : readHours(words) === null ? null : 'duration';
  if (kinds.size > 10_000) kinds.clear();
  kinds.set(words, kind);
  return kind;
}
