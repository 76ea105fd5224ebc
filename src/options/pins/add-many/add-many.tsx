import './add-many.css';
import { useEffect } from 'preact/hooks';
import { language, t } from '../../../words/t';
import { ProgressBar } from '../progress-bar';
import { sourceName } from '../source-name';
import type { AddManyState } from './add-many-state';
import { AddManyInput } from './input/add-many-input';
import { Review } from './review/review';

/** Add many: a text or a file, its review, then the run. */
export function AddMany({ state }: { state: AddManyState }) {
  const step = state.step.value;
  useEffect(() => {
    if (step !== 'submitting') return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [step]);

  if (step === 'open') return <AddManyInput state={state} />;
  if (step === 'reading') return <Reading state={state} />;
  return <Review state={state} />;
}

function Reading({ state: { name, progress } }: { state: AddManyState }) {
  const { part, rows } = progress.value;
  const text = t('bulk_reading', sourceName(name.value), rows.toLocaleString(language()));
  return (
    <section class="card add-many">
      <p>{text}</p>
      <ProgressBar aria-label={text} max={1} value={part} />
    </section>
  );
}
