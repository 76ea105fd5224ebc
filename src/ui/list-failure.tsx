import './list-failure.css';
import type { ComponentChildren } from 'preact';
import type { Failure } from '../providers/contract/outcome';
import type { ProviderView } from '../providers/contract/provider-view';
import { describeFailure } from '../words/describe';
import { type Sentence, t } from '../words/t';
import { Icon } from './icon';

interface Props {
  failure: Failure;
  account: { name: string; provider: ProviderView };
  children: ComponentChildren;
}

/** The reason why a list to choose from could not be loaded, under the field of that list. */
export function ListFailure({ failure, account, children }: Props) {
  return (
    <div class="list-failure">
      <p class="problem">
        <Icon name="alert" />
        {t(...describeList(failure, account))}
      </p>
      {children}
    </div>
  );
}

/**
 * Describes why a list could not be loaded. The sentences about requests do not fit here, because they mention pins that
 * may have been sent.
 */
function describeList(failure: Failure, { name, provider }: Props['account']): Sentence {
  const { label } = provider;
  if (failure.kind === 'rejected') return ['list_rejected', name, label];
  if (failure.kind === 'unknown') return ['list_unknown', name, label];
  if (failure.reason === 'server') return ['list_server', name, label];
  if (failure.reason === 'offline') return ['list_offline', name];
  return describeFailure(failure, { accountName: name, provider });
}
