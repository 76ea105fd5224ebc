import './request-item.css';
import type { UndoOffer } from '../pins/board/undo-offer';
import type { RequestView } from '../pins/queue/request-view';
import { now } from '../platform/clock';
import { Icon } from '../ui/icon';
import { Parts } from '../ui/parts';
import { chatWithReason } from '../words/chat-name';
import { describeFailure, describeWait } from '../words/describe';
import { describeSpan, describeTime } from '../words/describe-time';
import { keyOf, t } from '../words/t';
import { type ButtonGestures, RequestButtons } from './request-buttons';

export interface RequestGestures extends ButtonGestures {
  /** Fills in the form to build the message key of a request by hand. */
  onBuildKey(request: RequestView): void;
}

interface Props extends RequestGestures {
  request: RequestView;
  /** Whether the failure of the request is shown elsewhere on the screen. */
  isExplained: boolean;
}

/** A request of the list: its state, message, chat and account, its buttons, and notes on its failure or wait. */
export function RequestItem({ request, isExplained, onBuildKey, ...gestures }: Props) {
  const { action, days, address, chatFrom, accountName, createdAt, outcome, bareId, undoOffer } = request;
  const state = stateOf(request);
  const label = action === 'pin' ? t('request_pin', t(keyOf('days', String(days)))) : t('request_unpin');
  const failed = outcome?.kind === 'accepted' || request.state === 'sending' || isExplained ? null : outcome;
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
      <RequestButtons request={request} words={`${label} ${bareId}`} {...gestures} />
      <div class="request-notes">
        {failed && <p>{t(...describeFailure(failed, request))}</p>}
        {failed?.reason === 'not-listed' && (
          <button type="button" class="button quiet" aria-describedby={idElement} onClick={() => onBuildKey(request)}>
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

function iconOf(state: string) {
  if (state === 'accepted') return 'check';
  if (state === 'queued' || state === 'waiting' || state === 'sending') return 'clock';
  if (state === 'cancelled' || state === 'replaced' || state === 'undone') return 'slash';
  return state === 'unknown' ? 'question' : 'alert';
}
