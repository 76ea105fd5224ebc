import { chatWithReason } from '../pins/chat-name';
import { describeFailure, describeWait } from '../pins/describe';
import { isUnsent } from '../pins/machine';
import type { RequestView } from '../pins/request-view';
import { keyOf, t } from '../platform/words';
import { Icon } from './icon';

interface Props {
  requests: readonly RequestView[];
  /** The requests whose failures are already told elsewhere on the screen. */
  told: readonly RequestView[];
  /** Sends one again, or its opposite. */
  onRepeat(id: string, as: 'same' | 'opposite'): void;
  /** Takes back one that is not sent yet. */
  onCancel(id: string): void;
}

/** The latest requests, newest first, each with its way back or its second try. */
export function RequestList({ requests, told, onRepeat, onCancel }: Props) {
  if (requests.length === 0) return <p class="soft small">{t('latest_none')}</p>;
  return (
    <ul class="requests">
      {requests.map((request) => (
        <RequestItem
          key={request.id}
          request={request}
          told={told.some(({ id }) => id === request.id)}
          onRepeat={(as) => onRepeat(request.id, as)}
          onCancel={() => onCancel(request.id)}
        />
      ))}
    </ul>
  );
}

interface ItemProps {
  request: RequestView;
  told: boolean;
  onRepeat(as: 'same' | 'opposite'): void;
  onCancel(): void;
}

function RequestItem({ request, told, onRepeat, onCancel }: ItemProps) {
  const { action, days, address, chatFrom, accountName, createdAt, outcome, bareId } = request;
  const state = request.state === 'settled' && outcome ? outcome.kind : request.state;
  const what = action === 'pin' ? t('request_pin', t(keyOf('days', String(days)))) : t('request_unpin');
  const failed = outcome && outcome.kind !== 'accepted' && request.state !== 'sending' ? outcome : null;
  const wait = describeWait(request);
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
        <p class="soft small">{[chatWithReason(address.chat, chatFrom), accountName].filter(Boolean).join(' · ')}</p>
        {failed && !told && <p class="small">{t(...describeFailure(failed, request))}</p>}
        {wait && !told && <p class="small">{t(...wait)}</p>}
      </div>
      <Buttons request={request} what={`${what} ${bareId}`} onRepeat={onRepeat} onCancel={onCancel} />
    </li>
  );
}

type ButtonsProps = Pick<ItemProps, 'request' | 'onRepeat' | 'onCancel'> & { what: string };

function Buttons({ request, what, onRepeat, onCancel }: ButtonsProps) {
  const { state, outcome, wait } = request;
  const unsent = isUnsent(request);
  const again = state === 'cancelled' || (state === 'settled' && outcome?.kind !== 'accepted');
  return (
    <div class="request-buttons">
      {unsent && wait && <Small of="now" what={what} onClick={() => onRepeat('same')} />}
      {unsent && <Small of="cancel" what={what} onClick={onCancel} />}
      {again && <Small of="again" what={what} onClick={() => onRepeat('same')} />}
      {state === 'settled' && !again && <Small of="undo" what={what} onClick={() => onRepeat('opposite')} />}
    </div>
  );
}

/** Said in one word, and to screen readers with what it is about. */
function Small({ of, what, onClick }: { of: 'now' | 'cancel' | 'again' | 'undo'; what: string; onClick(): void }) {
  return (
    <button type="button" class="button quiet" aria-label={t(keyOf(of, 'of'), what)} onClick={onClick}>
      {t(keyOf(of, 'button'))}
    </button>
  );
}

function iconOf(state: string) {
  if (state === 'accepted') return 'check';
  if (state === 'queued' || state === 'waiting' || state === 'sending') return 'clock';
  if (state === 'cancelled' || state === 'replaced') return 'slash';
  return state === 'unknown' ? 'question' : 'alert';
}

function when(ms: number): string {
  const date = new Date(ms);
  const today = date.toDateString() === new Date().toDateString();
  return today
    ? date.toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' })
    : date.toLocaleDateString(undefined, { day: 'numeric', month: 'short' });
}
