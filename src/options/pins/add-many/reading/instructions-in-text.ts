import { findReferences } from '../../../../references';
import { collectUnread, readAction, readDays } from './cells';
import { type InstructionText, instructionInProse } from './instruction-in-prose';
import type { Row } from './row';
import { structuredInstruction } from './structured-instruction';

/** The action and the duration that a text gives for one message. */
export type Instruction = Pick<Row, 'action' | 'days' | 'unread'>;

/**
 * Finds the actions and durations beside the messages of a text, by message id: in the same line, or in the same record
 * between blank lines. An instruction beside several messages, or among other words, becomes a problem of each of these
 * messages, so that a list under the heading `Unpin:` is not pinned.
 */
export function instructionsInText(text: string): Map<string, Instruction> {
  const instructions = new Map<string, Instruction>();
  const records = text.split(/\n[^\S\n]*\n/);
  for (const record of records) {
    const instruction = structuredInstruction(record);
    if (!instruction) continue;
    const ids = messageIdsIn(record);
    if (ids.length === 1) {
      assign(ids, instruction, instructions);
      continue;
    }
    const unassigned = record.split('\n').map((line) => assignInLine(line, instructions));
    // A line without a message of its own, above or inside a list, may be about each message of the list.
    const heading = unassigned.find((each) => each !== null);
    if (heading) assign(ids, heading, instructions);
  }
  let idsOfText: string[] | undefined;
  for (const record of records) {
    const unassigned = assignProse(record, instructions);
    if (!unassigned) continue;
    const ids = messageIdsIn(record);
    idsOfText ??= ids.length > 0 ? undefined : messageIdsIn(text);
    assignUnclear(ids.length > 0 ? ids : (idsOfText ?? []), unassigned, instructions);
  }
  return instructions;
}

const messageIdsIn = (part: string): string[] => [...new Set(findReferences(part).map(({ messageId }) => messageId))];

/**
 * Assigns the instruction of a line to the message of that line. Returns the instruction if the line has no message.
 */
function assignInLine(line: string, instructions: Map<string, Instruction>): InstructionText | null {
  const instruction = structuredInstruction(line);
  const ids = instruction ? messageIdsIn(line) : [];
  if (instruction && ids.length > 0) assign(ids, instruction, instructions);
  return ids.length > 0 ? null : instruction;
}

/** Assigns instructions that are among other words. Returns the first one of a line without a message. */
function assignProse(record: string, instructions: Map<string, Instruction>): InstructionText | null {
  let unassigned: InstructionText | null = null;
  for (const line of record.split('\n')) {
    const instruction = instructionInProse(line);
    if (!instruction) continue;
    const ids = messageIdsIn(line);
    assignUnclear(ids, instruction, instructions);
    if (ids.length === 0) unassigned ??= instruction;
  }
  return unassigned;
}

/**
 * Assigns an instruction to a message. An instruction for several messages, or one that differs from an earlier one,
 * becomes a problem.
 */
function assign(ids: readonly string[], text: InstructionText, instructions: Map<string, Instruction>): void {
  for (const id of ids) {
    const earlier = instructions.get(id);
    const isClear = ids.length === 1 && (!earlier || isSame(earlier, readInstruction(text)));
    instructions.set(id, isClear ? readInstruction(text) : unclearInstruction(text));
  }
}

/** Adds a problem to the messages that have no instruction yet. */
function assignUnclear(ids: readonly string[], text: InstructionText, instructions: Map<string, Instruction>): void {
  for (const id of ids) if (!instructions.has(id)) instructions.set(id, unclearInstruction(text));
}

const isSame = (a: Instruction, b: Instruction): boolean => a.action === b.action && a.days === b.days;

function readInstruction({ action, duration }: InstructionText): Instruction {
  const reading = { action: readAction(action), days: readDays(duration, null) };
  return {
    action: reading.action.value,
    days: reading.days.value,
    unread: collectUnread({ action: [action, reading.action.problem], duration: [duration, reading.days.problem] }),
  };
}

const unclearInstruction = ({ action, duration }: InstructionText): Instruction => ({
  action: null,
  days: null,
  unread: collectUnread({
    action: [action, action === '' ? null : 'said-of-several'],
    duration: [duration, duration === '' ? null : 'said-of-several'],
  }),
});
