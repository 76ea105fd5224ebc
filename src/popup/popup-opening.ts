import { batch, type Signal, signal } from '@preact/signals';
import type { Overview } from '../background/handlers/pin-intents';
import { emptyDraft } from '../pins/plan/empty-form';
import type { PopupDraft } from '../pins/plan/popup-draft';
import type { Question } from '../pins/plan/question';
import { createLatestOnly } from '../ui/latest-only';
import { worker } from '../ui/worker';
import type { Answering } from './answering';
import type { FormState } from './form-state';
import type { Planning } from './planning';
import type { Requests } from './requests';
import type { Sending } from './sending';
import { type Copied, takeCopied } from './take-copied';

interface Parts extends Pick<FormState, 'form' | 'fill'>, Pick<Planning, 'popupPlan' | 'whenPlanned'> {
  overview: Signal<Overview | null>;
  question: Signal<Question | null>;
  requests: Requests;
  sending: Pick<Sending, 'pressed' | 'submit'>;
  numbers: Answering['numbers'];
  /** Called with the name of the worker's error. */
  onFailure(detail: string): void;
}

export interface PopupOpening {
  /** Whether there is something to show. Stays true when the worker fails later. */
  ready: Signal<boolean>;
  /** Reads the overview. Fills in the form the first time, and later only if a gesture has left a question. */
  load(): Promise<void>;
}

/** Creates the steps that the popup takes when it opens, and when the worker announces a change. */
export function createPopupOpening(parts: Parts): PopupOpening {
  const { form, fill, popupPlan, whenPlanned, overview, question, requests, sending, numbers, onFailure } = parts;
  const ready = signal(false);
  const latestOnly = createLatestOnly();
  let copying: Promise<Copied | null> | null = null;
  let isOpened = false;

  async function load(): Promise<void> {
    copying ??= takeCopied();
    const answers = await latestOnly(Promise.all([worker('overview', {}), copying]));
    if (!answers) return;
    const [reply, copied] = answers;
    if (!reply.ok) {
      onFailure(reply.detail);
      ready.value = true;
      return;
    }
    const { draft, latest } = reply.answer;
    const isFirst = !isOpened;
    isOpened = true;
    const used = isFirst ? copied : null;
    const filling = used ? draftOfCopied(used, draft) : draft && (isFirst || draft.question) ? draft : null;
    batch(() => {
      overview.value = reply.answer;
      if (filling) fill(filling);
    });
    if (filling) void requests.follow([]);
    await whenPlanned();
    batch(() => {
      if (used) question.value = used.question;
      else if (filling) ask(filling.question);
      ready.value = true;
      requests.start(latest);
    });
    if (used) await useCopied(used);
    else if (isFirst && !draft) await takePageText();
  }

  /**
   * Shows the question of a gesture. The answer continues the gesture, except that several messages are always reviewed
   * first.
   */
  function ask(next: Question | null): void {
    const isRead = next === 'chat-country' && numbers.value.length === 0;
    question.value = isRead ? 'review' : next;
    sending.pressed.value = next !== null && popupPlan.value.items.length === 1 ? form.value.action : null;
  }

  /** Sends the copied text if the popup was opened for that and nothing is missing. */
  async function useCopied(copied: Copied): Promise<void> {
    if (copied.question || copied.use !== 'pin') return;
    if (popupPlan.value.items.length > 1) question.value = 'review';
    else await sending.submit('pin');
  }

  /** Fills in the selection of the page if it names a message and nothing was typed meanwhile. */
  async function takePageText(): Promise<void> {
    const formBefore = form.value;
    const reply = await worker('page text', {});
    if (reply.ok && reply.answer && form.value === formBefore) fill({ ...emptyDraft, message: reply.answer });
  }

  return { ready, load };
}

/**
 * Returns the form for a copied text. To send the text, the user has to choose one of several accounts, so none is
 * filled in.
 */
function draftOfCopied({ text, use }: Copied, draft: PopupDraft | null): PopupDraft {
  const { question: _, before: __, ...before } = draft ?? emptyDraft;
  return { ...emptyDraft, message: text, mustChooseAccount: use === 'pin', before: draft && before };
}
