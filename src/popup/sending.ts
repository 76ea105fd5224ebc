import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Question } from '../pins/plan/question';
import type { PinRequest } from '../pins/queue/request';
import { delay } from '../platform/clock';
import type { Days } from '../providers';
import { worker } from '../ui/worker';
import type { MessageKey } from '../words/t';
import { describeWorkerError } from '../words/worker-error';
import { editForm } from './edit-form';
import type { FormState } from './form-state';
import type { Planning } from './planning';
import type { Requests } from './requests';

export type Action = PinRequest['action'];

interface Parts extends Pick<FormState, 'form' | 'amend'>, Pick<Planning, 'popupPlan' | 'isCurrent' | 'replan'> {
  /** The duration, account and chat as the fields show them. */
  days: ReadonlySignal<Days>;
  accountId: ReadonlySignal<string | null>;
  chat: ReadonlySignal<string>;
  requests: Requests;
  question: Signal<Question | null>;
  trouble: Signal<MessageKey | null>;
}

export interface Sending {
  /** The action that is being sent, until its outcome is known. */
  busy: ReadonlySignal<Action | null>;
  /** The action that was pressed and waits for the answer to a question. */
  pressed: Signal<Action | null>;
  submit(action: Action): Promise<void>;
  /** Sends an earlier request again, or restores what was known before it. */
  repeat(id: string, as: 'same' | 'undo'): Promise<void>;
  /** Cancels a request that has not been sent. */
  cancel(id: string): Promise<void>;
}

/**
 * How long after a press the popup shows that it is busy, in ms. To draw that takes several milliseconds of the processor,
 * in which the worker would be slower to send the request. A person does not notice the pause.
 */
const showBusyAfterMs = 20;

/** Creates the functions that send the form, one action at a time, and follow the requests that result. */
export function createSending(parts: Parts): Sending {
  const { form, amend, popupPlan, isCurrent, replan, days, accountId, chat, requests, question, trouble } = parts;
  const sending = signal<Action | null>(null);
  const pressed = signal<Action | null>(null);
  const busy = computed(() => sending.value ?? requests.running.value);

  /** Whether work has begun that `busy` may not show yet. */
  let isSending = false;

  /** Sends a message to the worker, shows that it is under way, and then uses the reply. */
  async function send<T>(action: Action, message: Promise<T>, useReply: (reply: T) => Promise<void>): Promise<void> {
    isSending = true;
    await delay(showBusyAfterMs);
    batch(() => {
      trouble.value = null;
      sending.value = action;
      void requests.follow([]);
    });
    await useReply(await message);
    sending.value = null;
    isSending = false;
  }

  return {
    busy,
    pressed,
    async submit(action) {
      if (isSending || busy.value) return;
      // The form is sent as it is at this moment; later edits apply to the next press.
      const mark = isCurrent.value ? popupPlan.value.mark : null;
      const shown = { mark, accountId: accountId.value, chat: chat.value };
      // A press ends the input, so a chat that was typed before the message now belongs to the message.
      const completed = editForm(form.value, {});
      const sent = { ...completed, action, days: days.value };
      const message = worker('pin', { form: sent, shown });
      batch(() => {
        if (completed.chat !== form.value.chat) amend(completed);
        question.value = null;
        pressed.value = action;
      });
      await send(action, message, async (firstReply) => {
        let reply = firstReply;
        const isAsked = (expected: Question) =>
          reply.ok && reply.answer.kind === 'asked' && reply.answer.question === expected;
        // The button may have been pressed before a number with a certain country was read.
        if (isAsked('chat-country')) {
          await replan();
          const { numbers } = form.peek();
          reply = await worker('pin', { form: { ...sent, numbers }, shown: { ...shown, mark: null } });
        }
        if (!reply.ok) trouble.value = describeWorkerError(reply.detail);
        else if (reply.answer.kind === 'enqueued') await requests.follow(reply.answer.ids);
        else if (sent.message === form.peek().message) {
          // The plan has changed in the worker, so the user has to look at the new plan.
          if (isAsked('review')) await replan();
          // Enter in the field of the question continues the action that was pressed.
          amend({ action });
          question.value = sent.chat === form.peek().chat ? reply.answer.question : 'review';
        }
      });
    },
    async repeat(id, as) {
      const earlier = requests.latest.value.find((request) => request.id === id);
      if (isSending || busy.value || !earlier) return;
      const undoing = earlier.undoOffer?.kind === 'unpin' ? 'unpin' : 'pin';
      const message = worker('repeat', { id, as: as === 'same' ? as : undoing });
      await send(as === 'same' ? earlier.action : undoing, message, async (reply) => {
        if (!reply.ok) trouble.value = describeWorkerError(reply.detail);
        else if (reply.answer.kind === 'enqueued') await requests.follow(reply.answer.ids);
        else {
          trouble.value = troubleOfRepeat[reply.answer.kind];
          void requests.refresh();
        }
      });
    },
    async cancel(id) {
      const reply = await worker('cancel', { ids: [id] });
      if (!reply.ok) trouble.value = reply.detail === 'worker' ? 'trouble_worker' : 'trouble_unchanged';
    },
  };
}

/** The reasons why an earlier request was not repeated. The only question about an earlier request is `credential`. */
const troubleOfRepeat = {
  gone: 'trouble_gone',
  overtaken: 'trouble_overtaken',
  asked: 'question_credential',
} as const satisfies Record<string, MessageKey>;
