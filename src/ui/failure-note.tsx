import type { ComponentChildren } from 'preact';
import { describeFailure } from '../pins/describe';
import { t } from '../platform/words';
import { type Failure, provider } from '../providers';
import { Icon } from './icon';

interface Props {
  failure: Failure;
  accountName: string;
  provider: string;
  children?: ComponentChildren;
}

/** A failure as a sentence, with the provider's own words and numbers for those who ask it for help. */
export function FailureNote({ failure, accountName, provider: providerId, children }: Props) {
  const details = detailsOf(failure, provider(providerId).label);
  return (
    <div class={failure.kind === 'unknown' ? 'note caution' : 'note failed'}>
      <Icon name={failure.kind === 'unknown' ? 'question' : 'alert'} />
      <div class="note-body">
        <p>{t(...describeFailure(failure, { accountName, provider: providerId }))}</p>
        {details.length > 0 && <p class="small soft">{details.join(' · ')}</p>}
        {children}
      </div>
    </div>
  );
}

function detailsOf({ status, detail, trace, until }: Failure, label: string): string[] {
  return [
    until === null ? null : t('detail_until', new Date(until).toLocaleTimeString()),
    status === null ? null : t('detail_status', String(status)),
    detail === null ? null : t('detail_says', label, detail),
    trace === null ? null : t('detail_trace', trace),
  ].filter((line) => line !== null);
}
