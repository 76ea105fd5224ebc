import { describeFailure } from '../pins/describe';
import type { PinRequest } from '../pins/pin-request';
import { keyOf, t } from '../platform/words';
import { readChat } from '../references';
import { Icon } from './icon';
import { worker } from './worker';

interface Props {
  requests: readonly PinRequest[];
  /** The requests whose failures are already told elsewhere on the screen. */
  told: readonly PinRequest[];
}

/** The latest requests, newest first, each with its way back or its second try. */
export function RequestList({ requests, told }: Props) {
  if (requests.length === 0) return <p class="soft small">{t('latest_none')}</p>;
  return (
    <ul class="requests">
      {requests.map((request) => (
        <RequestItem key={request.id} request={request} told={told.some(({ id }) => id === request.id)} />
      ))}
    </ul>
  );
}

function RequestItem({ request, told }: { request: PinRequest; told: boolean }) {
  const { action, days, address, accountName, createdAt, outcome } = request;
  const state = outcome?.kind ?? request.state;
  const what = action === 'pin' ? t('request_pin', t(keyOf('days', String(days)))) : t('request_unpin');
  const bareId = address.messageId.split('_')[2] ?? address.messageId;
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
      {outcome && <RepeatButton id={request.id} failed={failed !== null} what={`${what} ${bareId}`} />}
    </li>
  );
}

function RepeatButton({ id, failed, what }: { id: string; failed: boolean; what: string }) {
  return (
    <button
      type="button"
      class="button quiet"
      aria-label={t(failed ? 'again_of' : 'undo_of', what)}
      onClick={() => worker('repeat', { id, as: failed ? 'same' : 'opposite' })}
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

/** The chat as people know it; the provider's spelling where that is not known. */
function chatName(written: string | null): string | null {
  const chat = written === null ? null : readChat(written);
  if (chat?.kind === 'person') return t('chat_private', chat.user);
  return chat?.kind === 'group' ? t('chat_group', chat.user) : written;
}

function when(ms: number): string {
  const date = new Date(ms);
  const today = date.toDateString() === new Date().toDateString();
  return today
    ? date.toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' })
    : date.toLocaleDateString(undefined, { day: 'numeric', month: 'short' });
}
