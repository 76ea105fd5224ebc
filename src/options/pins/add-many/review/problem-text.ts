import { keyOf, t } from '../../../../words/t';
import type { ReviewRow } from './review-row';

/** Describes the problem of a row in a sentence that quotes its cell. Empty for a row without a problem. */
export function problemText({ problem, unread }: Pick<ReviewRow, 'problem' | 'unread'>): string {
  if (problem === null) return '';
  const cell = Object.values(unread).find((each) => each.problem === problem);
  return t(keyOf('missing', problem), cell?.text ?? '');
}
