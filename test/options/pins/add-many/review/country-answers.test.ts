import { expect, it } from 'vitest';
import { countryAnswers } from '../../../../../src/options/pins/add-many/review/country-answers.ts';
import type { ReviewRow } from '../../../../../src/options/pins/add-many/review/review-row.ts';

const brazil = { number: '+5511999999999', formatted: '+55 11 99999-9999' };
const india = { number: '+919876543210', formatted: '+91 98765 43210' };
const asking = (...readings: ReviewRow['readings']) => ({ problem: 'chat-country', readings }) as unknown as ReviewRow;
const other = { problem: 'chat-missing', readings: [] } as unknown as ReviewRow;

it('one answer is offered for all rows that it fits, that of most rows first', () => {
  const answers = countryAnswers([
    asking(india),
    other,
    asking(brazil, india),
    asking(),
    asking(brazil),
    asking(brazil),
  ]);
  expect(answers.map(({ callingCode, edits }) => [callingCode, [...edits]])).toEqual([
    ['+55', [2, 4, 5].map((index) => [index, { chat: brazil.number }])],
    ['+91', [0, 2].map((index) => [index, { chat: india.number }])],
  ]);
});
