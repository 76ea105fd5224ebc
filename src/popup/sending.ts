import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { PinRequest } from '../pins/pin-request';
import type { Question } from '../pins/plan';
import type { MessageKey } from '../platform/words';
import type { Days } from '../providers';
import { troubleOf } from '../ui/trouble';
import { worker } from '../ui/worker';
import { fieldsOf } from './planning';
import type { Requests } from './requests';
import type { Typed } from './typed';

export type Action = PinRequest['action'];

interface Parts {
  typed: ReadonlySignal<Typed>;
  days: ReadonlySignal<Days>;
  requests: Requests;
  asked: Signal<Question | null>;
  trouble: Signal<MessageKey | null>;
}

export interface Sending {
  busy: ReadonlySignal<Action | null>;
  submit(action: Action): Promise<void>;
  /** Sends an earlier request again, or gives back what was before it. */
  repeat(id: string, as: 'same' | 'undo'): Promise<void>;
  /** Takes back one that is not at the provider yet. */
  cancel(id: string): Promise<void>;
}

/** Hands wishes to the worker, one at a time, and follows the requests that come of them. */
export function createSending({ typed, days, requests, asked, trouble }: Parts): Sending {
  const sending = signal<Action | null>(null);
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
    async submit(action) {
      if (busy.value) return;
      asked.value = null;
      await send(action, async () => {
        const { left } = typed.value;
        const reply = await worker('pin', { ...fieldsOf(typed.value), action, days: days.value, left });
        if (!reply.ok) trouble.value = troubleOf(reply.detail);
        else if (reply.answer.kind === 'asked') asked.value = reply.answer.question;
        else await requests.follow(reply.answer.ids);
      });
    },
    async repeat(id, as) {
      const earlier = requests.latest.value.find((request) => request.id === id);
      if (busy.value || !earlier) return;
      const undoing = earlier.wayBack?.kind === 'unpin' ? 'unpin' : 'pin';
      await send(as === 'same' ? earlier.action : undoing, async () => {
        const reply = await worker('repeat', { id, as });
        if (!reply.ok) trouble.value = troubleOf(reply.detail);
        else if (reply.answer.kind === 'enqueued') await requests.follow(reply.answer.ids);
        else trouble.value = reply.answer.kind === 'gone' ? 'trouble_gone' : 'trouble_overtaken';
      });
    },
    async cancel(id) {
      const reply = await worker('cancel', { ids: [id] });
      if (!reply.ok) trouble.value = reply.detail === 'worker' ? 'trouble_worker' : 'trouble_unchanged';
    },
  };
}
