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
  it('counts what is ready, what pins, what has problems', () =>
    expect(review.counts.value).toEqual({ ready: 2, pins: 1, problems: 2, deselected: 0 }));

  it('counts anew what follows another action', () => {
    choices.value = { ...choices.value, action: 'unpin' };
    expect(review.counts.value.pins).toBe(0);
    choices.value = { ...choices.value, action: 'pin' };
  });

  it('leaves out what is unticked, and takes it again', () => {
    review.toggle(0);
    expect(review.counts.value).toMatchObject({ ready: 1, deselected: 1 });
    expect(review.selectedRows()).toEqual([1]);
    review.toggle(0);
    expect(review.selectedRows()).toEqual([0, 1]);
  });

  it('takes what may be something else once it is ticked, never what is broken', () => {
    review.toggle(3);
    review.toggle(2);
    expect(review.selectedRows()).toEqual([0, 1, 3]);
  });

  it('takes all or none of what has no problem', () => {
    review.selectAll(false);
    expect(review.counts.value).toEqual({ ready: 0, pins: 0, problems: 2, deselected: 2 });
    review.selectAll(true);
    expect(review.selectedRows()).toEqual([0, 1]);
  });

  it('shows only rows with problems where that is asked', () => {
    expect(review.shownRows.value).toBeNull();
    review.setOnlyProblems(true);
    expect(review.shownRows.value).toEqual([2, 3]);
  });

  it('keeps what was not handed over', () => {
    review.markSubmitted([0, 1]);
    expect(review.shownRows.value).toEqual([2, 3]);
    expect(review.counts.value).toEqual({ ready: 0, pins: 0, problems: 2, deselected: 0 });
  });

  it('marks what names a credential, also when it is planned anew', () => {
    review.markCredentials([1]);
    review.setRows([row(), row(), broken, possible]);
    expect(review.rows.value[1]).toMatchObject({ problem: 'credential', address: null });
    expect(review.selectedRows()).toEqual([0]);
  });

  it('keeps what was said of rows that are at other places now, and forgets those that are gone', () => {
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

  it('begins anew', () => {
    review.toggle(0);
    review.clear();
    review.setRows([row()]);
    expect(review.selectedRows()).toEqual([0]);
  });
});
