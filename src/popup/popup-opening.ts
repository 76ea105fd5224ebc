import { batch, type Signal, signal } from '@preact/signals';
import type { Overview } from '../background/handlers/pin-intents';
import { emptyDraft } from '../pins/plan/empty-form';
import type { PopupDraft } from '../pins/plan/popup-draft';
import type { Question } from '../pins/plan/question';
import { createLatestOnly } from '../ui/latest-only';
import { worker } from '../ui/worker';
import type { Answering } from './answering';
import { type FormState, formOf } from './form-state';
import type { Planning } from './planning';
import { type Copied, readCopied } from './read-copied';
import type { Requests } from './requests';
import type { Sending } from './sending';

interface Parts
  extends Pick<FormState, 'form' | 'start' | 'fill'>,
    Pick<Planning, 'popupPlan' | 'whenPlanned' | 'replan' | 'accept'> {
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
  /** Fills in the form the first time. Later, reads the overview again, and fills in the form if a gesture has left a question. */
  load(): Promise<void>;
}

/** Creates the steps that the popup takes when it opens, and when the worker announces a change. */
export function createPopupOpening(parts: Parts): PopupOpening {
  const { form, start, fill, popupPlan, whenPlanned, replan, accept } = parts;
  const { overview, question, requests, sending, numbers, onFailure } = parts;
  const ready = signal(false);
  const latestOnly = createLatestOnly();
  let opening: Promise<void> | null = null;
  let isOpened = false;

  async function load(): Promise<void> {
    if (isOpened) return reload();
    const earlier = opening;
    // A change that is announced while the popup opens is read afterwards.
    if (earlier) await earlier;
    if (opening !== earlier || isOpened) return load();
    opening = open();
    return opening;
  }

  async function open(): Promise<void> {
    const reply = await worker('open popup', {});
    if (!reply.ok) {
      onFailure(reply.detail);
      ready.value = true;
      return;
    }
    const { overview: first, copied: use, plan } = reply.answer;
    const copied = use && (await readCopied(use));
    const { draft } = first;
    const filling = copied ? draftOfCopied(copied, draft) : draft;
    isOpened = true;
    const isShown = batch(() => {
      overview.value = first;
      const isUntouched = start(filling);
      // The plan that came with the overview is that of the draft, not of a text that was copied or typed.
      if (isUntouched && !copied) void accept(plan);
      return isUntouched;
    });
    await whenPlanned();
    batch(() => {
      if (isShown && copied) question.value = copied.question;
      else if (isShown && draft) showQuestion(draft.question);
      ready.value = true;
      requests.start(first.latest);
    });
    if (isShown && copied) await useCopied(copied);
    else if (isShown && !draft) await fillInPageText();
  }

  async function reload(): Promise<void> {
    const reply = await latestOnly(worker('overview', {}));
    if (!reply) return;
    if (!reply.ok) return onFailure(reply.detail);
    const { draft, latest } = reply.answer;
    const filling = draft?.question ? draft : null;
    batch(() => {
      overview.value = reply.answer;
      if (filling) fill(filling);
      // The plan depends on the accounts and the settings.
      void replan();
    });
    if (filling) void requests.follow([]);
    await whenPlanned();
    batch(() => {
      if (filling) showQuestion(filling.question);
      requests.start(latest);
    });
  }

  /**
   * Shows the question of a gesture. The answer continues the gesture, except that several messages are always reviewed
   * first.
   */
  function showQuestion(next: Question | null): void {
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
  async function fillInPageText(): Promise<void> {
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
  return { ...emptyDraft, message: text, mustChooseAccount: use === 'pin', before: draft && formOf(draft) };
}
