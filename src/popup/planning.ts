import { type ReadonlySignal, signal } from '@preact/signals';
import type { Planned } from '../background/planned';
import { worker } from '../ui/worker';
import type { Typed } from './typed';

const nothingPlanned: Planned = {
  items: [],
  possible: [],
  accountId: null,
  because: null,
  chat: '',
  asksChat: false,
  offer: null,
};

/** The fields that a plan follows from. */
export const fieldsOf = ({ message, chat, accountId, undecided, sender }: Typed) => ({
  message,
  chat,
  accountId,
  undecided,
  sender,
});

export interface Planning {
  planned: ReadonlySignal<Planned>;
  replan(): Promise<void>;
}

/** What the worker makes of the fields. Only the plan of what stands in them now counts; where it fails, none does. */
export function createPlanning(typed: ReadonlySignal<Typed>, onFailure: (detail: string) => void): Planning {
  const planned = signal(nothingPlanned);
  return {
    planned,
    async replan() {
      const asked = fieldsOf(typed.peek());
      const reply = await worker('plan', asked);
      if (JSON.stringify(asked) !== JSON.stringify(fieldsOf(typed.peek()))) return;
      planned.value = reply.ok ? reply.answer : nothingPlanned;
      if (!reply.ok) onFailure(reply.detail);
    },
  };
}
