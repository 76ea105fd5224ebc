import type { ComponentChildren } from 'preact';
import type { Failure } from '../providers/contract/outcome';
import { describeFailure, type FailureContext, timeInWords } from '../words/describe';
import { t } from '../words/t';
import { Icon } from './icon';

interface Props {
  failure: Failure;
  context: FailureContext;
  children?: ComponentChildren;
}

/** A failure as a sentence, with the details that the provider's support may ask for. */
export function FailureNote({ failure, context, children }: Props) {
  const details = detailsOf(failure, context.provider.label);
  return (
    <div class={failure.kind === 'unknown' ? 'note caution' : 'note failed'}>
      <Icon name={failure.kind === 'unknown' ? 'question' : 'alert'} />
      <div class="note-body">
        <p>{t(...describeFailure(failure, context))}</p>
        {details.length > 0 && <p class="small soft">{details.join(' · ')}</p>}
        {children}
      </div>
    </div>
  );
}

function detailsOf({ status, detail, trace, until }: Failure, label: string): string[] {
  return [
    until === null ? null : t('detail_until', timeInWords(until)),
    status === null ? null : t('detail_status', String(status)),
    detail === null ? null : t('detail_says', label, detail),
    trace === null ? null : t('detail_trace', trace),
  ].filter((line) => line !== null);
}
