import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { AccountView } from '../../../accounts/account';
import type { AddManyState, Step } from './add-many-state';
import { createRowEdits } from './editing/row-edits';
import { createSourceReader } from './reading/source-reader';
import { createCommonChoices } from './review/common-choices';
import type { ReviewContext } from './review/review-row';
import { createReview } from './review/review-state';
import { rowMoves } from './review/row-moves';
import { createSubmission } from './submission';

/**
 * Creates the state of Add many, from the text to the run.
 * @param onSubmitted called with the number of queued requests
 */
export function createAddMany(
  accounts: ReadonlySignal<AccountView[]>,
  onSubmitted: (count: number) => void,
): AddManyState {
  const step = signal<Step>('closed');
  const name = signal('');
  const { choices, chatForAll, countries, set, reset } = createCommonChoices(accounts);
  const rowEdits = createRowEdits();
  const review = createReview(choices);
  const submission = createSubmission({ review, accounts, choices });
  const isReviewing = computed(() => step.value === 'review');

  const accountId = computed(() => choices.value.accountId);
  const chat = computed(() => (chatForAll.value.kind === 'chat' ? chatForAll.value.chat : null));
  const context = computed(
    (): ReviewContext => ({
      accounts: accounts.value,
      accountId: accountId.value,
      chat: chat.value,
      countries: countries.value,
      edits: rowEdits.edits.value,
    }),
  );

  const reader = createSourceReader({
    context,
    isPlanning: isReviewing,
    onRows(rows, task) {
      if (task === 'read') {
        // Selections and edits stay with their rows when a table is read again.
        const moves = rowMoves(review.rows.peek(), rows);
        review.moveRows(moves);
        rowEdits.move(moves);
      }
      review.setRows(rows);
      if (step.peek() === 'reading') step.value = 'review';
    },
    onError() {
      step.value = 'review';
    },
  });

  /** Forgets the source and its rows. The step changes in the same batch, so that nothing is planned in between. */
  function clear(nextStep: Step): void {
    batch(() => {
      step.value = nextStep;
      reader.clear();
      review.clear();
      rowEdits.clear();
    });
  }

  const close = (): void => clear('closed');

  const isSubmitting = computed(() => step.value === 'submitting' || step.value === 'stopped');
  const isBusy = computed(() => reader.task.value !== null || step.value === 'submitting');

  async function start(): Promise<void> {
    if (isBusy.value || rowEdits.remindOfEditor()) return;
    const isContinued = step.value === 'stopped';
    step.value = 'submitting';
    const queuedCount = await submission.submit(name.value, isContinued);
    if (queuedCount === null) {
      step.value = 'stopped';
      return;
    }
    onSubmitted(queuedCount);
    // Rows that were not submitted stay on the screen.
    const { problems, deselected } = review.counts.peek();
    if (problems + deselected === 0) close();
    else step.value = 'review';
  }

  return {
    step,
    name,
    progress: reader.progress,
    readResult: reader.result,
    columns: reader.columns,
    accounts,
    choices,
    chatForAll,
    countries,
    review,
    openEditor: rowEdits.openEditor,
    submission: submission.progress,
    isBusy,
    isSubmitting,
    isRereading: computed(() => reader.task.value === 'read' && isReviewing.value),
    open() {
      clear('open');
      reset();
      reader.warmUp();
    },
    close,
    read(source, newName) {
      clear('reading');
      name.value = newName;
      reader.read(source);
    },
    setRole(column, role) {
      if (!isReviewing.peek() || rowEdits.remindOfEditor()) return false;
      reader.setRole(column, role);
      return true;
    },
    setChoices(change) {
      if (!isSubmitting.peek()) set(change);
    },
    openEditorFor(rowIndex, field) {
      if (isReviewing.peek()) rowEdits.open(rowIndex, field);
    },
    closeEditor: rowEdits.close,
    changeRows(changes) {
      if (isReviewing.peek()) rowEdits.change(changes);
    },
    editOf: (rowIndex) => rowEdits.edits.peek().get(rowIndex) ?? {},
    start,
  };
}
