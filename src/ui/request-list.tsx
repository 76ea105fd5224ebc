import './request-list.css';
import type { UndoOffer } from '../pins/board/way-back';
import { isUnsent } from '../pins/queue/request-states';
import type { RequestView } from '../pins/queue/request-view';
import { now } from '../platform/clock';
import { chatWithReason } from '../words/chat-name';
import { describeFailure, describeWait } from '../words/describe';
import { describeSpan, describeTime } from '../words/describe-time';
import { keyOf, t } from '../words/t';
import { Icon } from './icon';
import { Parts } from './parts';
import { useKeptFocus } from './use-kept-focus';

interface Props {
  requests: readonly RequestView[];
  /** The requests whose failures are already told elsewhere on the screen. */
  told: readonly RequestView[];
  /** Sends one again, or gives back what was before it. */
  onRepeat(id: string, as: 'same' | 'undo'): void;
  /** Fills in the form with what one of them was about. */
  onPinAgain(request: RequestView): void;
  /** Takes back one that is not sent yet. */
  onCancel(id: string): void;
}

/** The latest requests, newest first, each with its way back or its second try. */
export function RequestList({ requests, told, ...gestures }: Props) {
  const keptFocus = useKeptFocus();
  if (requests.length === 0) return <p class="soft small">{t('latest_none')}</p>;
  return (
    <ul class="requests" {...keptFocus}>
      {requests.map((request) => (
        <RequestItem
          key={request.id}
          request={request}
          isTold={told.some(({ id }) => id === request.id)}
          {...gestures}
        />
      ))}
    </ul>
  );
}

type Gestures = Pick<Props, 'onRepeat' | 'onPinAgain' | 'onCancel'>;

function RequestItem({ request, isTold, ...gestures }: Gestures & { request: RequestView; isTold: boolean }) {
  const { action, days, address, chatFrom, accountName, createdAt, outcome, bareId, wayBack } = request;
  const state = stateOf(request);
  const what = action === 'pin' ? t('request_pin', t(keyOf('days', String(days)))) : t('request_unpin');
  const failed = outcome && outcome.kind !== 'accepted' && request.state !== 'sending' ? outcome : null;
  const wait = describeWait(request);
  const undo = describeUndo(wayBack);
  const until = describeEnd(request);
  return (
    <li class={`request ${state}`} tabIndex={-1}>
      <Icon name={iconOf(state)} />
      <p class="request-head">
        <span>
          <strong>{t(keyOf('state', state))}</strong> · {what}
        </span>
        <time class="soft small" dateTime={new Date(createdAt).toISOString()}>
          {describeTime(createdAt, now())}
        </time>
      </p>
      <p class="mono request-id" title={address.messageId}>
        <bdi>{bareId}</bdi>
      </p>
      <div class="request-body">
        <p class="soft small">
          <Parts of={[chatWithReason(address.chat, chatFrom), accountName]} />
        </p>
        {until && <p class="soft small">{until}</p>}
      </div>
      <Buttons request={request} what={`${what} ${bareId}`} {...gestures} />
      <div class="request-notes">
        {failed && !isTold && <p>{t(...describeFailure(failed, request))}</p>}
        {wait && !isTold && <p>{t(...wait)}</p>}
        {undo && <p id={`undo-${request.id}`}>{undo}</p>}
      </div>
    </li>
  );
}

const stateOf = ({ state, outcome, undone }: RequestView): string =>
  undone ? 'undone' : state === 'settled' && outcome ? outcome.kind : state;

/** What Undo will send, where that is more than the opposite. */
function describeUndo(wayBack: UndoOffer | null): string | null {
  if (wayBack?.kind !== 'pin') return null;
  const days = t(keyOf('days', String(wayBack.days)));
  const left = describeSpan(wayBack.leftMs);
  return left === describeSpan(wayBack.days * dayMs) ? t('undo_pins', days) : t('undo_pins_left', days, left);
}

const dayMs = 24 * 60 * 60_000;

function describeEnd({ pinnedUntil }: RequestView): string | null {
  if (pinnedUntil === null) return null;
  const time = describeTime(pinnedUntil, now());
  return pinnedUntil > now() ? t('pin_until', time) : t('pin_ended', time);
}

function Buttons({ request, what, onRepeat, onPinAgain, onCancel }: Gestures & { request: RequestView; what: string }) {
  const { id, state, outcome, wait, wayBack } = request;
  const unsent = isUnsent(request);
  const again = state === 'cancelled' || (state === 'settled' && outcome?.kind !== 'accepted');
  const undoes = wayBack?.kind === 'pin' || wayBack?.kind === 'unpin';
  const description = wayBack?.kind === 'pin' ? `undo-${id}` : undefined;
  return (
    <div class="request-buttons">
      {unsent && wait && <Small of="now" what={what} onClick={() => onRepeat(id, 'same')} />}
      {unsent && <Small of="cancel" what={what} onClick={() => onCancel(id)} />}
      {again && <Small of="again" what={what} onClick={() => onRepeat(id, 'same')} />}
      {undoes && <Small of="undo" what={what} description={description} onClick={() => onRepeat(id, 'undo')} />}
      {wayBack?.kind === 'pin-again' && <Small of="pin-again" what={what} onClick={() => onPinAgain(request)} />}
    </div>
  );
}

interface SmallProps {
  of: 'now' | 'cancel' | 'again' | 'undo' | 'pin-again';
  what: string;
  /** The id of what tells more about it. */
  description?: string | undefined;
  onClick(): void;
}

/** Said in one word or two, and to screen readers with what it is about. */
function Small({ of, what, description, onClick }: SmallProps) {
  return (
    <button
      type="button"
      class="button quiet"
      aria-label={t(keyOf(of, 'of'), what)}
      aria-describedby={description}
      onClick={onClick}
    >
      {t(keyOf(of, 'button'))}
    </button>
  );
}

function iconOf(state: string) {
  if (state === 'accepted') return 'check';
  if (state === 'queued' || state === 'waiting' || state === 'sending') return 'clock';
  if (state === 'cancelled' || state === 'replaced' || state === 'undone') return 'slash';
  return state === 'unknown' ? 'question' : 'alert';
}
