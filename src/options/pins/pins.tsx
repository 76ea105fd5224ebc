import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../../ui/icon';
import { t } from '../../words/t';
import { AddMany } from './add-many/add-many';
import type { PinsState } from './pins-state';
import { RunList } from './runs/run-list';

/** The view Pins: Add many and the runs. */
export function Pins({ state }: { state: PinsState }) {
  const { addMany, runs, notice } = state;
  const title = useRef<HTMLHeadingElement>(null);
  const errorKey = state.errorKey.value;
  const step = addMany.step.value;
  const lastStep = useRef(step);
  useLayoutEffect(() => runs.watch(), [runs]);
  // The focused element was removed with the form or the submitted rows, so the focus moves to the top.
  useLayoutEffect(() => {
    const hasEnded = step === 'closed' || (step === 'review' && lastStep.current === 'submitting');
    if (hasEnded && lastStep.current !== step) title.current?.focus();
    lastStep.current = step;
  }, [step]);
  const form = step !== 'closed' && <AddMany key="add" state={addMany} />;
  // The new run comes first, then the rows that were not submitted.
  const isFormLast = addMany.review.hasSubmitted.value;

  return (
    <>
      <div class="title">
        <h1 ref={title} tabIndex={-1}>
          {t('pins_title')}
        </h1>
        {step === 'closed' && state.hasAccounts.value && (
          <button type="button" class="button primary" onClick={addMany.open}>
            {t('add_many')}
          </button>
        )}
      </div>
      <p role="status" class={notice.value ? 'note' : ''}>
        {notice.value && <Icon name="check" />}
        {notice.value}
      </p>
      <p role="alert" class={errorKey ? 'note failed' : ''}>
        {errorKey && <Icon name="alert" />}
        {errorKey && t(errorKey)}
      </p>
      {!state.hasAccounts.value && !errorKey && <p class="soft">{t('bulk_account_first')}</p>}
      {!isFormLast && form}
      <RunList key="runs" runs={state.shownRuns.value} state={runs} />
      {isFormLast && form}
    </>
  );
}
