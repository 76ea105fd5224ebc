import { addressQuestions, senderQuestions } from '../../providers';
import { type Reading, textQuestions } from '../../references';
import type { PlanItem } from './plan';

/**
 * The questions that may have to be answered before a request can be made. The field that a question is about shows its
 * sentence.
 */
export const questions = [
  ...textQuestions,
  ...addressQuestions,
  ...senderQuestions,
  'message-missing',
  'message-unread',
  'message-possible',
  'account-missing',
  'chat-unread',
  'chat-country',
  'chat-conflict',
  'chat-of-another',
  'author-country',
  'several',
  'review',
] as const;
export type Question = (typeof questions)[number];

/** Returns the first question about a text and its plan, or null if nothing is missing. */
export function questionOf(text: string, reading: Reading, items: readonly PlanItem[]): Question | null {
  if (text.trim() === '') return 'message-missing';
  if (reading.possible.length > 0) return 'message-possible';
  if (items.length === 0) return reading.refusal ?? 'message-unread';
  return items.flatMap((item) => (item.ok ? [] : [item.question]))[0] ?? null;
}
