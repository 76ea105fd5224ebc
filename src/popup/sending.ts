import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { PinRequest } from '../pins/pin-request';
import type { Question } from '../pins/plan';
import type { MessageKey } from '../platform/words';
import type { Days } from '../providers';
import { troubleOf } from '../ui/trouble';
import { worker } from '../ui/worker';
import { editForm } from './edit-form';
import { formOf, type Planning } from './planning';
import type { Requests } from './requests';
import type { TypedState } from './typed';

export type Action = PinRequest['action'];

interface Parts extends Pick<TypedState, 'typed' | 'amend'>, Planning {
  days: ReadonlySignal<Days>;
  /** What stands in Account and Chat. */
  accountId: ReadonlySignal<string | null>;
  chat: ReadonlySignal<string>;
  requests: Requests;
  asked: Signal<Question | null>;
  trouble: Signal<MessageKey | null>;
}

export interface Sending {
  busy: ReadonlySignal<Action | null>;
  /** What was pressed and waits for the answer to a question. */
  pressed: Signal<Action | null>;
  submit(action: Action): Promise<void>;
  /** Sends an earlier request again, or gives back what was before it. */
  repeat(id: string, as: 'same' | 'undo'): Promise<void>;
  /** Takes back one that is not at the provider yet. */
  cancel(id: string): Promise<void>;
}

/** Hands wishes to the worker, one at a time, and follows the requests that come of them. */
export function createSending(parts: Parts): Sending {
  const { typed, amend, planned, isCurrent, replan, days, accountId, chat, requests, asked, trouble } = parts;
  const sending = signal<Action | null>(null);
  const pressed = signal<Action | null>(null);
  const busy = computed(() => sending.value ?? requests.running.value);

  async function send(action: Action, work: () => Promise<void>): Promise<void> {
    batch(() => {
      trouble.value = null;
      sending.value = action;
    });
    await requests.follow([]);
    await work();
    sending.value = null;
  }

  return {
    busy,
    pressed,
    async submit(action) {
      if (busy.value) return;
      // All that the fields say and show at this moment: what is typed from here on is for another time.
      const mark = isCurrent.value ? planned.value.mark : null;
      const shown = { mark, accountId: accountId.value, chat: chat.value };
      // Whoever sends has typed the message to its end.
      const form = editForm(formOf(typed.value), {});
      const pinned = { form, days: days.value, shown };
      batch(() => {
        amend(form);
        asked.value = null;
        pressed.value = action;
      });
      await send(action, async () => {
        let reply = await worker('pin', { ...pinned, action });
        const isAsked = (question: Question) =>
          reply.ok && reply.answer.kind === 'asked' && reply.answer.question === question;
        // Whoever was faster than the reading may have typed a number that needs no question.
        if (isAsked('chat-country')) {
          await replan();
          const { numbers } = typed.peek();
          reply = await worker('pin', {
            ...pinned,
            form: { ...form, numbers },
            shown: { ...shown, mark: null },
            action,
          });
        }
        if (!reply.ok) trouble.value = troubleOf(reply.detail);
        else if (reply.answer.kind === 'enqueued') await requests.follow(reply.answer.ids);
        else if (form.message === typed.peek().message) {
          // Something has changed since it was planned: it is to be looked at once more.
          if (isAsked('review')) await replan();
          // Enter in the field of the question goes on with what was pressed.
          amend({ action });
          asked.value = form.chat === typed.peek().chat ? reply.answer.question : 'review';
        }
      });
    },
    async repeat(id, as) {
      const earlier = requests.latest.value.find((request) => request.id === id);
      if (busy.value || !earlier) return;
      const undoing = earlier.wayBack?.kind === 'unpin' ? 'unpin' : 'pin';
      await send(as === 'same' ? earlier.action : undoing, async () => {
        const reply = await worker('repeat', { id, as: as === 'same' ? as : undoing });
        if (!reply.ok) trouble.value = troubleOf(reply.detail);
        else if (reply.answer.kind === 'enqueued') await requests.follow(reply.answer.ids);
        else {
          trouble.value = reply.answer.kind === 'gone' ? 'trouble_gone' : 'trouble_overtaken';
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
