import { signal } from '@preact/signals';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CommonChoices } from '../../../../../src/options/pins/add-many/review/common-choices.ts';
import type { ReviewRow } from '../../../../../src/options/pins/add-many/review/review-row.ts';
import { createReview } from '../../../../../src/options/pins/add-many/review/review-state.ts';

const row = (parts: Partial<ReviewRow> = {}): ReviewRow => ({
  ...{ lineNumber: 1, message: 'a', chat: null, account: 'Support', accountId: 'support', action: null, days: null },
  ...{ key: null, accountFrom: 'row' },
  ...{ address: { messageId: 'a', chat: null }, chatFrom: null, readings: [], problem: null, unread: {} },
  ...parts,
});
const broken = row({ problem: 'account-unknown', address: null });
const possible = row({ problem: 'message-possible' });

const choices = signal<CommonChoices>({ accountId: null, chat: '', country: null, action: 'pin', days: 7 });
let review = createReview(choices);
beforeEach(() => {
  review = createReview(choices);
  review.setRows([row(), row({ action: 'unpin' }), broken, possible]);
});

describe('a review', () => {
  it('a review counts ready rows, pins and problems', () =>
    expect(review.counts.value).toEqual({ ready: 2, pins: 1, problems: 2, deselected: 0 }));

  it('a review counts pins again after another action is chosen for all', () => {
    choices.value = { ...choices.value, action: 'unpin' };
    expect(review.counts.value.pins).toBe(0);
    choices.value = { ...choices.value, action: 'pin' };
  });

  it('a row can be deselected and selected again', () => {
    review.toggle(0);
    expect(review.counts.value).toMatchObject({ ready: 1, deselected: 1 });
    expect(review.selectedRows()).toEqual([1]);
    review.toggle(0);
    expect(review.selectedRows()).toEqual([0, 1]);
  });

  it('a possible message can be selected, a broken row cannot', () => {
    review.toggle(3);
    review.toggle(2);
    expect(review.selectedRows()).toEqual([0, 1, 3]);
  });

  it('all rows without a problem can be selected or deselected at once', () => {
    review.selectAll(false);
    expect(review.counts.value).toEqual({ ready: 0, pins: 0, problems: 2, deselected: 2 });
    review.selectAll(true);
    expect(review.selectedRows()).toEqual([0, 1]);
  });

  it('a filtered review shows only rows with problems', () => {
    expect(review.shownRows.value).toBeNull();
    review.setOnlyProblems(true);
    expect(review.shownRows.value).toEqual([2, 3]);
  });

  it('a review keeps the rows that were not submitted', () => {
    review.markSubmitted([0, 1]);
    expect(review.shownRows.value).toEqual([2, 3]);
    expect(review.counts.value).toEqual({ ready: 0, pins: 0, problems: 2, deselected: 0 });
  });

  it('a row with a credential stays marked when rows are planned again', () => {
    review.markCredentials([1]);
    review.setRows([row(), row(), broken, possible]);
    expect(review.rows.value[1]).toMatchObject({ problem: 'credential', address: null });
    expect(review.selectedRows()).toEqual([0]);
  });

  it('selections move with their rows, and those of removed rows are forgotten', () => {
    review.toggle(1);
    review.markSubmitted([0]);
    review.moveRows(
      new Map([
        [0, 1],
        [1, 3],
        [3, 0],
      ]),
    );
    review.setRows([row(), row(), row(), row()]);
    expect(review.selectedRows()).toEqual([0, 2]);
    expect([0, 1, 2, 3].filter(review.isSubmitted)).toEqual([1]);
  });

  it('a cleared review is empty', () => {
    review.toggle(0);
    review.clear();
    review.setRows([row()]);
    expect(review.selectedRows()).toEqual([0]);
  });
});
