import { readChat } from '../../../../references';
import { readActionWord, readHours } from '../../../../references/cell-words';

/** The words of a text for an action and a duration; empty if there are none. Several are joined by ` / `. */
export interface InstructionText {
  action: string;
  duration: string;
}

/** The maximum length of a note, in characters. Longer lines and lines with these marks are the output of programs. */
const maxLineLength = 300;
const programMarks = /[{}<>="[\]]|\d:\d\d/;
/** Lines with more words than this are not notes about messages. */
const maxWordCount = 16;
const maxWordLength = 16;
/** The number of words in the longest phrase, such as `dejar de fijar mensaje`. */
const maxPhraseWordCount = 4;

/** Finds the actions and durations that a person wrote in a line among other words; null if there are none. */
export function instructionInProse(line: string): InstructionText | null {
  if (line.length > maxLineLength || programMarks.test(line)) return null;
  const words = line
    .split(/[\s,;:.!?()*•#→>|/]+|[-–—](?=\s)/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word) && word.length <= maxWordLength && !readChat(word));
  if (words.length > maxWordCount) return null;
  const phrases = { action: new Set<string>(), duration: new Set<string>() };
  for (let index = 0; index < words.length; ) {
    const phrase = phraseAt(words, index);
    if (phrase) phrases[phrase.kind].add(phrase.text);
    index += phrase?.wordCount ?? 1;
  }
  if (phrases.action.size + phrases.duration.size === 0) return null;
  return { action: [...phrases.action].join(' / '), duration: [...phrases.duration].join(' / ') };
}

/** Returns the longest phrase that begins at that word; null if none does. */
function phraseAt(words: readonly string[], index: number) {
  for (let wordCount = Math.min(maxPhraseWordCount, words.length - index); wordCount > 0; wordCount -= 1) {
    const text = words.slice(index, index + wordCount).join(' ');
    const kind = kindOf(text);
    if (kind) return { kind, text, wordCount };
  }
  return null;
}

/** Remembers phrases, since logs repeat the same words in every line. */
const kinds = new Map<string, keyof InstructionText | null>();
const maxRememberedPhrases = 10_000;

function kindOf(text: string): keyof InstructionText | null {
  const remembered = kinds.get(text);
  if (remembered !== undefined) return remembered;
  const kind = readActionWord(text) ? 'action' : readHours(text) === null ? null : 'duration';
  if (kinds.size > maxRememberedPhrases) kinds.clear();
  kinds.set(text, kind);
  return kind;
}
