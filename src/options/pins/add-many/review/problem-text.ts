import { keyOf, t } from '../../../../words/t';
import type { ReviewRow } from './review-row';

/** What is wrong with a row, in a sentence that names what its cell says. Empty where nothing is. */
export function problemWords({ problem, unread }: Pick<ReviewRow, 'problem' | 'unread'>): string {
  if (problem === null) return '';
  const cell = Object.values(unread).find((each) => each.problem === problem);
  return t(keyOf('missing', problem), cell?.said ?? '');
}
