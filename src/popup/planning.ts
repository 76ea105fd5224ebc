import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { PopupForm } from '../pins/plan/popup-form';
import type { PopupPlan } from '../pins/plan/popup-plan';
import { coalesce } from '../platform/coalesce';
import type { Reply } from '../platform/handle-messages';
import { worker } from '../ui/worker';
import type { FormState } from './form-state';

/** The plan of a form that names no message. */
export const emptyPlan: PopupPlan = {
  items: [],
  possible: [],
  accountId: null,
  accountReason: null,
  chat: '',
  chatFrom: null,
  asksChat: false,
  offer: null,
  mark: '',
};

/** The fields of the form that do not affect its plan. */
const unplannedFields: readonly (keyof PopupForm)[] = ['earlierChat', 'action', 'days', 'excluded'];

const hasSamePlan = (one: PopupForm, other: PopupForm): boolean =>
  (Object.keys(other) as (keyof PopupForm)[]).every(
    (field) => unplannedFields.includes(field) || one[field] === other[field],
  );

/** The worker's plan of the form. */
export interface Planning {
  popupPlan: ReadonlySignal<PopupPlan>;
  /** Whether `popupPlan` is the plan of the form as it is now. */
  isCurrent: ReadonlySignal<boolean>;
  /**
   * Plans the form again. If the form changes meanwhile, resolves only when the plan of the changed form has arrived.
   */
  replan(): Promise<void>;
  /** Resolves like `replan`, but reuses an earlier call that plans the same form. */
  whenPlanned(): Promise<void>;
  /** Shows a plan that `replan` did not ask for. It must be a plan of the form as it is now. Resolves like `replan`. */
  accept(plan: PopupPlan): Promise<void>;
}

interface Parts extends Pick<FormState, 'form' | 'amend' | 'giveWay'> {
  /**
   * Reads numbers without a country code. Returns the international numbers (`+5511999999999`) whose country is
   * certain, by the numbers as they are written.
   */
  readNumbers(plan: PopupPlan, form: PopupForm): Promise<Record<string, string>>;
  /** Called with the name of the worker's error. */
  onFailure(detail: string): void;
}

/**
 * Creates the planning of a form. Plans that arrive after the form has changed are dropped; a failure leaves no plan.
 */
export function createPlanning({ form, amend, giveWay, readNumbers, onFailure }: Parts): Planning {
  const popupPlan = signal(emptyPlan);
  const plannedForm = signal<PopupForm | null>(null);
  /** The latest answer of the worker, and the form that it was asked about. */
  let answered: { form: PopupForm; reply: Reply<PopupPlan> } | null = null;
  let latest: { form: PopupForm; promise: Promise<void> } | null = null;

  function follow(plan: (form: PopupForm) => Promise<void>): Promise<void> {
    const promise = plan(form.peek());
    latest = { form: form.peek(), promise };
    return promise;
  }

  const replan = (): Promise<void> => follow(askForPlan);
  const accept = (plan: PopupPlan): Promise<void> => follow((planning) => show(planning, { ok: true, answer: plan }));

  const whenPlanned = (): Promise<void> =>
    latest && hasSamePlan(latest.form, form.peek()) ? latest.promise : replan();

  /** Asks the worker, one question at a time: while a text changes quickly, most of its states are never planned. */
  const ask = coalesce(async () => {
    const asked = form.peek();
    answered = { form: asked, reply: await worker('plan', asked) };
  });

  async function askForPlan(planning: PopupForm): Promise<void> {
    await ask();
    if (!hasSamePlan(planning, form.peek())) return whenPlanned();
    return answered && hasSamePlan(planning, answered.form) ? show(planning, answered.reply) : replan();
  }

  async function show(planning: PopupForm, reply: Reply<PopupPlan>): Promise<void> {
    popupPlan.value = reply.ok ? reply.answer : emptyPlan;
    plannedForm.value = reply.ok ? planning : null;
    if (!reply.ok) return onFailure(reply.detail);

    const [item, ...others] = reply.answer.items;
    const { chat } = planning;
    if (item?.question === 'chat-conflict' && others.length === 0 && chat && chat.typed !== 'after') {
      giveWay();
      return whenPlanned();
    }
    const numbers = await readNumbers(reply.answer, planning);
    if (!hasSamePlan(planning, form.peek())) return whenPlanned();
    if (Object.keys(numbers).length === 0) return;
    amend({ numbers: { ...planning.numbers, ...numbers } });
    return whenPlanned();
  }

  const isCurrent = computed(() => plannedForm.value !== null && hasSamePlan(plannedForm.value, form.value));
  return { popupPlan, isCurrent, replan, whenPlanned, accept };
}
