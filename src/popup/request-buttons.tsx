import './request-buttons.css';
import { isUnsent } from '../pins/queue/request-states';
import type { RequestView } from '../pins/queue/request-view';
import { keyOf, t } from '../words/t';

export interface ButtonGestures {
  /** Whether another request is being sent. Until it ends, no request can be sent again or undone. */
  isBusy: boolean;
  /** Sends a request again (`same`), or undoes a request (`undo`). */
  onRepeat(id: string, as: 'same' | 'undo'): void;
  /** Fills in the form with the message of a request. */
  onPinAgain(request: RequestView): void;
  /** Cancels a request that has not been sent. */
  onCancel(id: string): void;
}

interface Props extends ButtonGestures {
  request: RequestView;
  /** The action and the message of the request, for the accessible names of the buttons. */
  words: string;
}

/** The buttons that a request has in its state: try now, cancel, try again, undo, pin again. */
export function RequestButtons({ request, words, isBusy, onRepeat, onPinAgain, onCancel }: Props) {
  const { id, state, outcome, wait, undoOffer } = request;
  const canCancel = isUnsent(request);
  const canHasten = canCancel && wait;
  const canRepeat = state === 'cancelled' || (state === 'settled' && outcome?.kind !== 'accepted');
  const description = undoOffer?.kind === 'pin' ? `undo-${id}` : undefined;
  return (
    <div class="request-buttons">
      {(canHasten || canRepeat) && (
        <RequestButton
          action={canHasten ? 'now' : 'again'}
          request={words}
          isBusy={isBusy}
          onClick={() => onRepeat(id, 'same')}
        />
      )}
      {canCancel && <RequestButton action="cancel" request={words} onClick={() => onCancel(id)} />}
      {undoOffer && undoOffer.kind !== 'pin-again' && (
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
