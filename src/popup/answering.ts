import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Overview } from '../background/handlers/pin-intents';
import type { Question } from '../pins/plan/question';
import type { NumberToRead } from '../ui/reading-numbers';
import { worker } from '../ui/worker';
import type { FormState } from './form-state';
import { numbersToRead } from './numbers';
import type { Planning } from './planning';
import type { Sending } from './sending';

interface Parts extends Pick<FormState, 'form' | 'edit' | 'amend'> {
  planning: Pick<Planning, 'popupPlan' | 'whenPlanned'>;
  sending: Pick<Sending, 'pressed' | 'submit'>;
  overview: ReadonlySignal<Overview | null>;
  question: Signal<Question | null>;
  /** Applies changes that the user makes to answer the question that was shown. */
  change(makeEdits: () => void): void;
}

/**
 * The questions that are answered by a button. After the answer, the popup continues with the button that was pressed
 * before.
 */
export interface Answering {
  /** The numbers whose country the user is asked for. */
  numbers: ReadonlySignal<NumberToRead[]>;
  /** The code of the country that was just saved in the settings; null if none was. */
  keptCountry: Signal<string | null>;
  /**
   * Answers the question about numbers without a country code.
   * @param answers the international numbers (`+5511999999999`), by the numbers as they are written
   * @param formatted the number that replaces the input of the field
   * @param country the country to save in the settings; null to save none
   */
  answerNumbers(answers: Record<string, string>, formatted: string, country: string | null): Promise<void>;
  /** Answers the question about two chats: the text names one and the user typed the other. */
  answerConflict(chosen: 'named' | 'typed'): Promise<void>;
}

/** Creates the answers to a form's questions. */
export function createAnswering(parts: Parts): Answering {
  const { form, edit, amend, planning, sending, overview, question, change } = parts;
  const { popupPlan, whenPlanned } = planning;
  const keptCountry = signal<string | null>(null);

  /** Continues with the pressed button once the answer is part of the plan. */
  async function continuePressed(): Promise<void> {
    await whenPlanned();
    if (sending.pressed.value) await sending.submit(sending.pressed.value);
    else if (popupPlan.value.items.length > 1) question.value = 'review';
  }

  return {
    numbers: computed(() => numbersToRead(popupPlan.value, form.value, overview.value)),
    keptCountry,
    async answerNumbers(answers, formatted, country) {
      const { numbers, chat, sender } = form.value;
      change(() => {
        // The number replaces the input of its field. A number in the text stays as it is written.
        if (sender?.author && sender.author in answers) edit({ sender: { ...sender, author: formatted } });
        else if (chat) {
          // Of several numbers, `formatted` is the first, which may belong to another row, so the answer itself is
          // used.
          const number = answers[chat.written.trim()];
          const written = Object.keys(answers).length === 1 ? formatted : number;
          if (number && written) amend({ chat: { ...chat, written } });
        }
        edit({ numbers: { ...numbers, ...answers } });
      });
      if (country !== null) {
        const reply = await worker('set country', { country });
        if (reply.ok) keptCountry.value = country;
      }
      await continuePressed();
    },
    async answerConflict(chosen) {
      change(() => {
        const { chat } = form.value;
        edit(chosen === 'named' ? { chat: null } : {});
        if (chosen === 'typed') amend({ chat: chat && { ...chat, isOverText: true } });
      });
      await continuePressed();
    },
  };
}
