import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Overview } from '../background/handlers/pin-intents';
import type { Question } from '../pins/plan/plan';
import type { PopupPlan } from '../pins/plan/plan-form';
import type { NumberToRead } from '../ui/reading-numbers';
import { worker } from '../ui/worker';
import type { Typed, TypedState } from './form-state';
import { numbersToRead } from './numbers';
import type { Planning } from './planning';
import type { Sending } from './sending';

interface Parts extends Pick<TypedState, 'typed' | 'edit' | 'amend'> {
  planning: Planning;
  sending: Pick<Sending, 'pressed' | 'submit'>;
  overview: ReadonlySignal<Overview | null>;
  asked: Signal<Question | null>;
  change(typing: () => void): void;
}

/** The questions that are answered by a button, after which the popup goes on with what was pressed. */
export interface Answering {
  /** The numbers that a question about their country is about. */
  numbers: ReadonlySignal<NumberToRead[]>;
  /** The country that was just kept for numbers to come, by its code. */
  keptCountry: Signal<string | null>;
  /** Says what numbers without a country code are. @param country what was chosen among all, to be kept as the setting */
  answerNumbers(numbers: Record<string, string>, shown: string, country: string | null): Promise<void>;
  /** Says which chat is meant, of the one that the text names and the one that is typed. */
  answerConflict(which: 'named' | 'typed'): Promise<void>;
}

/** The numbers of a plan whose country is asked for, with what is known of the accounts. */
export const numbersIn = (plan: PopupPlan, typed: Typed, overview: Overview | null): NumberToRead[] =>
  numbersToRead(plan, typed, overview?.accounts ?? [], overview?.country ?? null);

export function createAnswering(parts: Parts): Answering {
  const { typed, edit, amend, planning, sending, overview, asked, change } = parts;
  const { planned, replan } = planning;
  const keptCountry = signal<string | null>(null);

  /** Goes on once the answer is part of the plan. */
  async function goOn(): Promise<void> {
    await replan();
    if (sending.pressed.value) await sending.submit(sending.pressed.value);
    else if (planned.value.items.length > 1) asked.value = 'review';
  }

  return {
    numbers: computed(() => numbersIn(planned.value, typed.value, overview.value)),
    keptCountry,
    async answerNumbers(found, shown, country) {
      const { numbers: known, chat, sender } = typed.value;
      change(() => {
        // The number goes into its field; in the text it stays as it is written there.
        if (sender?.author && sender.author in found) edit({ sender: { ...sender, author: shown } });
        else if (chat) {
          // Of several numbers only one is shown with its spaces: it may be another row's.
          const number = found[chat.written.trim()];
          const written = Object.keys(found).length === 1 ? shown : number;
          if (number && written) amend({ chat: { ...chat, written } });
        }
        edit({ numbers: { ...known, ...found } });
      });
      if (country !== null) {
        const reply = await worker('set country', { country });
        if (reply.ok) keptCountry.value = country;
      }
      await goOn();
    },
    async answerConflict(which) {
      change(() => {
        const { chat } = typed.value;
        edit(which === 'named' ? { chat: null } : {});
        if (which === 'typed') amend({ chat: chat && { ...chat, isOverText: true } });
      });
      await goOn();
    },
  };
}
