import './request-list.css';
import type { UndoOffer } from '../pins/board/undo-offer';
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
  /** The request whose failure is shown elsewhere on the screen. */
  explained: RequestView | null;
  /** Whether another request is being sent. Until then, no request can be sent again or undone. */
  isBusy: boolean;
  /** Sends a request again (`same`), or undoes a request (`undo`). */
  onRepeat(id: string, as: 'same' | 'undo'): void;
  /** Fills in the form with the message of a request. */
  onPinAgain(request: RequestView): void;
  /** Fills in the form to build the message key of a request by hand. */
  onBuildKey(request: RequestView): void;
  /** Cancels a request that has not been sent. */
  onCancel(id: string): void;
}

/** The latest requests, newest first, each with buttons to undo, cancel or repeat the request. */
export function RequestList({ requests, explained, ...gestures }: Props) {
  const keptFocus = useKeptFocus();
  return (
    <section class="latest" aria-labelledby="latest-title" {...keptFocus}>
      <h2 id="latest-title">{t('latest_title')}</h2>
      {requests.length === 0 ? (
        <p class="soft small">{t('latest_none')}</p>
      ) : (
        <ul class="requests" tabIndex={-1}>
          {requests.map((request) => (
            <RequestItem key={request.id} request={request} isExplained={explained?.id === request.id} {...gestures} />
          ))}
        </ul>
      )}
    </section>
  );
}

type Gestures = Pick<Props, 'isBusy' | 'onRepeat' | 'onPinAgain' | 'onBuildKey' | 'onCancel'>;

function RequestItem({ request, isExplained, ...gestures }: Gestures & { request: RequestView; isExplained: boolean }) {
  const { action, days, address, chatFrom, accountName, createdAt, outcome, bareId, undoOffer } = request;
  const state = stateOf(request);
  const label = action === 'pin' ? t('request_pin', t(keyOf('days', String(days)))) : t('request_unpin');
  const failed = outcome && outcome.kind !== 'accepted' && request.state !== 'sending' ? outcome : null;
  const wait = describeWait(request);
  const undo = describeUndo(undoOffer);
  const until = describeEnd(request);
  const idElement = `id-of-${request.id}`;
  return (
    <li class={`request ${state}`} tabIndex={-1}>
      <Icon name={iconOf(state)} />
      <p class="request-head">
        <span>
          <strong>{t(keyOf('state', state))}</strong> · {label}
        </span>
        <time class="soft small" dateTime={new Date(createdAt).toISOString()}>
          {describeTime(createdAt, now())}
        </time>
      </p>
      <p id={idElement} class="mono request-id" title={address.messageId}>
        <bdi>{bareId}</bdi>
      </p>
      <div class="request-body">
        <p class="soft small">
          <Parts of={[chatWithReason(address.chat, chatFrom), accountName]} />
        </p>
        {until && <p class="soft small">{until}</p>}
      </div>
      <Buttons request={request} words={`${label} ${bareId}`} {...gestures} />
      <div class="request-notes">
        {failed && !isExplained && <p>{t(...describeFailure(failed, request))}</p>}
        {failed?.reason === 'not-listed' && !isExplained && (
          <button
            type="button"
            class="button quiet"
            aria-describedby={idElement}
            onClick={() => gestures.onBuildKey(request)}
          >
            {t('by_hand_button')}
          </button>
        )}
        {wait && !isExplained && <p>{t(...wait)}</p>}
        {undo && <p id={`undo-${request.id}`}>{undo}</p>}
      </div>
    </li>
  );
}

const stateOf = ({ state, outcome, undone }: RequestView): string =>
  undone ? 'undone' : state === 'settled' && outcome ? outcome.kind : state;

/** Describes the pin that Undo sends; null if Undo sends none. */
function describeUndo(undoOffer: UndoOffer | null): string | null {
  if (undoOffer?.kind !== 'pin') return null;
  const days = t(keyOf('days', String(undoOffer.days)));
  const remaining = describeSpan(undoOffer.remainingMs);
  return remaining === describeSpan(undoOffer.days * dayMs)
    ? t('undo_pins', days)
    : t('undo_pins_left', days, remaining);
}

const dayMs = 24 * 60 * 60_000;

function describeEnd({ pinnedUntil }: RequestView): string | null {
  if (pinnedUntil === null) return null;
  const time = describeTime(pinnedUntil, now());
  return pinnedUntil > now() ? t('pin_until', time) : t('pin_ended', time);
}

/** @param words the request in words */
function Buttons({
  request,
  words,
  isBusy,
  onRepeat,
  onPinAgain,
  onCancel,
}: Omit<Gestures, 'onBuildKey'> & { request: RequestView; words: string }) {
  const { id, state, outcome, wait, undoOffer } = request;
  const canCancel = isUnsent(request);
  const canRepeat = state === 'cancelled' || (state === 'settled' && outcome?.kind !== 'accepted');
  const canUndo = undoOffer?.kind === 'pin' || undoOffer?.kind === 'unpin';
  const description = undoOffer?.kind === 'pin' ? `undo-${id}` : undefined;
  return (
    <div class="request-buttons">
      {canCancel && wait && (
        <RequestButton action="now" request={words} isBusy={isBusy} onClick={() => onRepeat(id, 'same')} />
      )}
      {canCancel && <RequestButton action="cancel" request={words} onClick={() => onCancel(id)} />}
      {canRepeat && (
        <RequestButton action="again" request={words} isBusy={isBusy} onClick={() => onRepeat(id, 'same')} />
      )}
      {canUndo && (
        <RequestButton
          action="undo"
          request={words}
          description={description}
          isBusy={isBusy}
          onClick={() => onRepeat(id, 'undo')}
        />
      )}
      {undoOffer?.kind === 'pin-again' && (
        <RequestButton action="pin-again" request={words} onClick={() => onPinAgain(request)} />
      )}
    </div>
  );
}

interface RequestButtonProps {
  action: 'now' | 'cancel' | 'again' | 'undo' | 'pin-again';
  /** The request in words. */
  request: string;
  /** The id of an element that describes the button. */
  description?: string | undefined;
  /** Whether the button can do nothing at the moment. It keeps the focus, which a `disabled` button would lose. */
  isBusy?: boolean;
  onClick(): void;
}

/** A button with a short label. Its accessible name contains the request. */
function RequestButton({ action, request, description, isBusy = false, onClick }: RequestButtonProps) {
  return (
    <button
      type="button"
      class="button quiet"
      aria-label={t(keyOf(action, 'of'), request)}
      aria-describedby={description}
      aria-disabled={isBusy}
      onClick={() => !isBusy && onClick()}
    >
      {t(keyOf(action, 'button'))}
    </button>
  );
}

function iconOf(state: string) {
  if (state === 'accepted') return 'check';
  if (state === 'queued' || state === 'waiting' || state === 'sending') return 'clock';
  if (state === 'cancelled' || state === 'replaced' || state === 'undone') return 'slash';
  return state === 'unknown' ? 'question' : 'alert';
}
