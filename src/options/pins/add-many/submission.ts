import { type ReadonlySignal, signal } from '@preact/signals';
import type { AccountView } from '../../../accounts/account';
import type { Wish } from '../../../pins/queue/request';
import type { CommonChoices } from './review/common-choices';
import type { ReviewState } from './review/review-state';
import { type SubmitProgress, submitRun } from './submit-run';

/** Submits the selected rows of a review as a run. */
export interface Submission {
  progress: ReadonlySignal<SubmitProgress & { totalCount: number }>;
  /**
   * Submits the selected rows under that name or, with `isContinued`, the remaining rows of the last try. Resolves with
   * the number of queued requests; null after a failure.
   */
  submit(name: string, isContinued: boolean): Promise<number | null>;
}

interface Parts {
  review: ReviewState;
  accounts: ReadonlySignal<readonly AccountView[]>;
  choices: ReadonlySignal<CommonChoices>;
}

export function createSubmission({ review, accounts, choices }: Parts): Submission {
  const progress = signal({ runId: null as string | null, doneCount: 0, totalCount: 0 });
  let rows: number[] = [];

  function wishOf(rowIndex: number): Wish {
    const row = review.rows.peek()[rowIndex];
    const account = accounts.peek().find(({ id }) => id === row?.accountId);
    if (!row?.address || !account) throw new Error('A row without an address or an account cannot be submitted.');
    return {
      accountId: account.id,
      accountName: account.name,
      providerId: account.providerId,
      action: row.action ?? choices.peek().action,
      days: row.days ?? choices.peek().days,
      address: row.address,
    };
  }

  return {
    progress,
    async submit(name, isContinued) {
      if (!isContinued) {
        rows = review.selectedRows();
        progress.value = { runId: null, doneCount: 0, totalCount: rows.length };
      }
      const onProgress = (current: SubmitProgress) => {
        progress.value = { ...current, totalCount: rows.length };
      };
      const onCredentials = review.markCredentials;
      const isDone = await submitRun({ name, rows, wishOf, onCredentials, onProgress }, progress.peek()).catch(
        () => false,
      );
      if (!isDone) return null;
      review.markSubmitted(rows);
      return rows.filter((index) => review.rows.peek()[index]?.problem !== 'credential').length;
    },
  };
}
