import { readChat } from '../../../../references';
import { readActionWord, readHours } from '../../../../references/cell-words';
import { isMessage } from './cell-kinds';
import { textUnderName } from './cells';
import { columnMeaning } from './column-meaning';
import type { InstructionText } from './instruction-in-prose';

/** A key and its value, in JSON, a form or a log: `"messageAction":"unpin"`, `ação: desafixar`. */
const pairPattern =
  /([\p{L}\p{M}_-]{2,30})["']?\s{0,3}[:=]\s{0,3}["']?([\p{L}\p{M}\d_-]{1,30}(?: [\p{L}\p{M}\d]{2,12}){0,2})/gu;
/**
 * A quoted value in an array, or the text of an HTML element: `["3EB0…","unpin"]`, `<td>unpin</td>`. Keys do not match.
 */
const loosePattern = /(?:[[,(]\s{0,3}["']|>\s{0,3})([\p{L}\p{M}\d][\p{L}\p{M}\d _-]{1,30})\s{0,3}["'<](?!\s{0,3}:)/gu;
/** The maximum length of a line in a list that a person writes, in characters. */
const maxLineLength = 300;

/**
 * Tells whether a pair gives the action as a flag: `{"pin": true, "time": 30}` is a pin for 30 days, `{"pin": false}`
 * an unpin.
 * Source: docs/providers.md "Across providers".
 */
const isActionFlag = (key: string, value: string): boolean =>
  readActionWord(key) !== null && /^(?:true|false)$/i.test(value);

/**
 * Finds the actions and durations of a text in key-value pairs, loose values and lines of a list; null if there are
 * none.
 */
export function structuredInstruction(part: string): InstructionText | null {
  const words = { action: new Set<string>(), duration: new Set<string>() };
  const pairs = [...part.matchAll(pairPattern)];
  const isCall = pairs.some(([, key = '', value = '']) => isActionFlag(key, value));
  for (const [, key = '', value = ''] of pairs) {
    const meaning = columnMeaning(key);
    if (meaning === 'action' && readActionWord(value)) words.action.add(value);
    if (isActionFlag(key, value)) words.action.add(textUnderName(key, value));
    if (isCall && key === 'time') words.duration.add(value);
    if (meaning === 'duration' && readHours(value) !== null) words.duration.add(value);
  }
  for (const [, value = ''] of part.matchAll(loosePattern)) {
    if (readActionWord(value)) words.action.add(value);
    if (readHours(value) !== null) words.duration.add(value);
  }
  for (const line of part.split('\n')) {
    const instruction = readListLine(line);
    if (instruction?.action) words.action.add(instruction.action);
    if (instruction?.duration) words.duration.add(instruction.duration);
  }
  if (words.action.size + words.duration.size === 0) return null;
  return { action: [...words.action].join(' / '), duration: [...words.duration].join(' / ') };
}

/** Reads a line with one message, perhaps its chat, and an action or a duration: `3EB0… unpin 30 days`. */
function readListLine(line: string): InstructionText | null {
  if (line.length > maxLineLength || !/[0-9A-F]{16}/i.test(line)) return null;
  const words = line
    .replace(/^\s*\d{1,5}[.)]\s/, '')
    .split(/[\s:>→–-]+(?=\S)|\s+$/)
    .filter((word) => word !== '');
  const others = words.filter((word) => !isMessage(word) && !readChat(word));
  if (others.length === 0 || others.length > 6 || words.filter(isMessage).length !== 1) return null;
  for (let cut = 0; cut <= others.length; cut += 1) {
    const [first, second] = [others.slice(0, cut).join(' '), others.slice(cut).join(' ')];
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
