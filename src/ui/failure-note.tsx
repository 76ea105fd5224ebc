import type { ComponentChildren } from 'preact';
import type { Failure } from '../providers/contract/outcome';
import { describeFailure, type FailureContext, timeInWords } from '../words/describe';
import { t } from '../words/t';
import { Icon } from './icon';

interface Props {
  failure: Failure;
  whose: FailureContext;
  children?: ComponentChildren;
}

/** A failure as a sentence, with the provider's own words and numbers for those who ask it for help. */
export function FailureNote({ failure, whose, children }: Props) {
  const details = detailsOf(failure, whose.provider.label);
  return (
    <div class={failure.kind === 'unknown' ? 'note caution' : 'note failed'}>
      <Icon name={failure.kind === 'unknown' ? 'question' : 'alert'} />
      <div class="note-body">
        <p>{t(...describeFailure(failure, whose))}</p>
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
