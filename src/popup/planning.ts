import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { PopupPlan } from '../pins/plan/plan-form';
import { worker } from '../ui/worker';
import type { Typed, TypedState } from './form-state';

const nothingPlanned: PopupPlan = {
  items: [],
  possible: [],
  accountId: null,
  because: null,
  chat: '',
  chatFrom: null,
  asksChat: false,
  offer: null,
  mark: '',
};

/** The fields that a plan follows from. */
const said = ['message', 'chat', 'numbers', 'accountId', 'undecided', 'sender', 'earlier'] as const;

const isSameFor = (one: Typed | null, other: Typed): boolean =>
  one !== null && said.every((field) => one[field] === other[field]);

export interface Planning {
  planned: ReadonlySignal<PopupPlan>;
  /** Whether that is the plan of what stands in the fields now. */
  isCurrent: ReadonlySignal<boolean>;
  replan(): Promise<void>;
}

interface Parts extends Pick<TypedState, 'typed' | 'amend' | 'giveWay'> {
  /** Reads numbers without a country code, those of which there is no question. */
  readNumbers(planned: PopupPlan, typed: Typed): Promise<Record<string, string>>;
  onFailure(detail: string): void;
}

/** What the worker makes of the fields. Only the plan of what stands in them now counts; where it fails, none does. */
export function createPlanning({ typed, amend, giveWay, readNumbers, onFailure }: Parts): Planning {
  const planned = signal(nothingPlanned);
  const plannedFor = signal<Typed | null>(null);

  async function replan(): Promise<void> {
    const asked = typed.peek();
    const reply = await worker('plan', formOf(asked));
    if (!isSameFor(asked, typed.peek())) return;
    planned.value = reply.ok ? reply.answer : nothingPlanned;
    plannedFor.value = reply.ok ? asked : null;
    if (!reply.ok) onFailure(reply.detail);
    else await settle(reply.answer, asked);
  }

  /** What follows from the plan for the fields themselves. */
  async function settle(plan: PopupPlan, asked: Typed): Promise<void> {
    const [item, ...others] = plan.items;
    const { chat } = asked;
    if (item?.question === 'chat-conflict' && others.length === 0 && chat && chat.typed !== 'after') {
      giveWay();
      return replan();
    }
    const found = await readNumbers(plan, asked);
    if (Object.keys(found).length === 0 || !isSameFor(asked, typed.peek())) return;
    amend({ numbers: { ...asked.numbers, ...found } });
    return replan();
  }

  return { planned, isCurrent: computed(() => isSameFor(plannedFor.value, typed.value)), replan };
}

/** The form alone. */
export function formOf({ before: _, ...form }: Typed): Omit<Typed, 'before'> {
  return form;
}
