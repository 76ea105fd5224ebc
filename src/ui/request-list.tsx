import { chatName } from '../pins/chat-name';
import { describeFailure } from '../pins/describe';
import type { RequestView } from '../pins/request-view';
import { keyOf, t } from '../platform/words';
import { Icon } from './icon';

interface Props {
  requests: readonly RequestView[];
  /** The requests whose failures are already told elsewhere on the screen. */
  told: readonly RequestView[];
  /** Sends one again, or its opposite. */
  onRepeat(id: string, as: 'same' | 'opposite'): void;
}

/** The latest requests, newest first, each with its way back or its second try. */
export function RequestList({ requests, told, onRepeat }: Props) {
  if (requests.length === 0) return <p class="soft small">{t('latest_none')}</p>;
  return (
    <ul class="requests">
      {requests.map((request) => (
        <RequestItem
          key={request.id}
          request={request}
          told={told.some(({ id }) => id === request.id)}
          onRepeat={(as) => onRepeat(request.id, as)}
        />
      ))}
    </ul>
  );
}

interface ItemProps {
  request: RequestView;
  told: boolean;
  onRepeat(as: 'same' | 'opposite'): void;
}

function RequestItem({ request, told, onRepeat }: ItemProps) {
  const { action, days, address, accountName, createdAt, outcome, bareId } = request;
  const state = outcome?.kind ?? request.state;
  const what = action === 'pin' ? t('request_pin', t(keyOf('days', String(days)))) : t('request_unpin');
  const failed = outcome && outcome.kind !== 'accepted' ? outcome : null;
  return (
    <li class={`request ${state}`}>
      <Icon name={iconOf(state)} />
      <div class="request-body">
        <p class="request-head">
          <span>
            <strong>{t(keyOf('state', state))}</strong> · {what}
          </span>
          <time class="soft small" dateTime={new Date(createdAt).toISOString()}>
            {when(createdAt)}
          </time>
        </p>
        <p class="mono request-id" title={address.messageId}>
          {bareId}
        </p>
        <p class="soft small">{[chatName(address.chat), accountName].filter(Boolean).join(' · ')}</p>
        {failed && !told && <p class="small">{t(...describeFailure(failed, request))}</p>}
      </div>
      {outcome && <RepeatButton failed={failed !== null} what={`${what} ${bareId}`} onRepeat={onRepeat} />}
    </li>
  );
}

function RepeatButton({ failed, what, onRepeat }: { failed: boolean; what: string; onRepeat: ItemProps['onRepeat'] }) {
  return (
    <button
      type="button"
      class="button quiet"
      aria-label={t(failed ? 'again_of' : 'undo_of', what)}
      onClick={() => onRepeat(failed ? 'same' : 'opposite')}
    >
      {t(failed ? 'again_button' : 'undo_button')}
    </button>
  );
}

function iconOf(state: string) {
  if (state === 'accepted') return 'check';
  if (state === 'queued' || state === 'sending') return 'clock';
  return state === 'unknown' ? 'question' : 'alert';
}

function when(ms: number): string {
  const date = new Date(ms);
  const today = date.toDateString() === new Date().toDateString();
  return today
    ? date.toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' })
    : date.toLocaleDateString(undefined, { day: 'numeric', month: 'short' });
}
