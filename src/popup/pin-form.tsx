import './pin-form.css';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Question } from '../pins/plan/question';
import { Duration } from '../ui/duration';
import { lazyComponent } from '../ui/lazy-component';
import { keyOf, plural, t } from '../words/t';
import { AccountField } from './account-field';
import { ChatField } from './chat-field';
import { MessageField } from './message-field';
import { MessageList } from './message-list';
import type { PopupState } from './popup-state';
import { SenderField } from './sender-field';
import type { Action } from './sending';

const Answers = lazyComponent(async () => (await import('./answers')).Answers);

/** Questions that are answered by buttons. These buttons take the focus themselves. */
const answeredByButton: readonly Question[] = ['chat-conflict', 'chat-country', 'author-country'];

/** Returns the id of the field that a question is about. */
function fieldOf(question: Question, asksChat: boolean): string {
  if (question === 'account-missing') return 'account';
  if (question === 'sender-missing') return 'sender';
  if (question.startsWith('author-')) return 'author';
  return asksChat && question.startsWith('chat-') && question !== 'chat-only' ? 'chat' : 'message';
}

/** The form for the message, account, chat and duration of a pin. */
export function PinForm({ state }: { state: PopupState }) {
  const { account, chat, popupPlan, form, days, question, ready, edit } = state;
  const formElement = useRef<HTMLFormElement>(null);
  const currentQuestion = question.value;
  const askedField = currentQuestion && fieldOf(currentQuestion, popupPlan.value.asksChat);
  // If the numbers are in the rows of a table, the question about them belongs to no field.
  const isOfRows = currentQuestion === 'chat-country' && popupPlan.value.items.length > 1 && !form.value.chat?.written;
  const problemAt = (field: string) =>
    currentQuestion && currentQuestion !== 'review' && askedField === field && !isOfRows
      ? t(keyOf('question', currentQuestion))
      : null;

  // The popup opens with the focus in Message. A question moves the focus to its field; an answer leaves it there.
  const focus = (id: string) => formElement.current?.querySelector<HTMLElement>(`#${id}`)?.focus();
  useLayoutEffect(() => focus('message'), []);
  useEffect(() => {
    if (currentQuestion && askedField && !answeredByButton.includes(currentQuestion)) focus(askedField);
  }, [currentQuestion]);

  return (
    <form
      ref={formElement}
      class={ready.value ? 'pin-form' : 'pin-form opening'}
      onSubmit={(event) => {
        event.preventDefault();
        // Before the worker has answered, the form shows neither the account nor the duration that would be sent.
        if (ready.value) void state.submit(state.form.value.action);
      }}
    >
      {currentQuestion === 'review' && <p class="note">{t('question_review')}</p>}
      <MessageField state={state} problem={problemAt('message')} />
      {ready.value && (
        <>
          <MessageList state={state} />
          <AccountField state={state} problem={problemAt('account')} />
          {popupPlan.value.asksChat && account.value && (
            <ChatField
              account={account.value}
              listedChats={state.listedChats(account.value.id)}
              value={chat.value}
              reason={form.value.chat ? null : chatReason(state)}
              earlier={form.value.earlierChat}
              problem={problemAt('chat')}
              onInput={(value) => edit({ chat: value })}
            />
          )}
          {currentQuestion && answeredByButton.includes(currentQuestion) && (
            <Answers
              state={state}
              onAnswer={() => formElement.current?.querySelector<HTMLElement>('[type=submit]')?.focus()}
            />
          )}
          <SenderField state={state} problem={problemAt('sender')} authorProblem={problemAt('author')} />
          <Duration value={days.value} help={daysReason(state)} onChange={(value) => edit({ days: value })} />
          <Buttons state={state} />
        </>
      )}
    </form>
  );
}

/** Returns the reason why a chat is filled in. */
function chatReason({ popupPlan, account }: PopupState): string | null {
  const { chatFrom } = popupPlan.value;
  if (chatFrom === 'default') return t('chat_default_of', account.value?.name ?? '');
  if (chatFrom === 'earlier') return t('chat_earlier_request');
  return chatFrom === 'text' ? t('chat_named') : null;
}

/** Returns the reason for the duration. There is always a reason, so that the fields below do not move. */
function daysReason({ account, form, days }: PopupState): string {
  const { days: chosenDays, earlier } = form.value;
  if (chosenDays !== null) return t(earlier.days ? 'as_for_the_last' : 'chosen_here');
  const { name, days: accountDays } = account.value ?? {};
  if (name === undefined) return t('days_usual');
  return t(days.value === accountDays ? 'days_as_set' : 'days_as_last', name);
}

function Buttons({ state: { popupPlan, form, busy, submit } }: { state: PopupState }) {
  const { items } = popupPlan.value;
  const count = items.filter(({ key }) => !form.value.excluded.includes(key)).length;
  const label = (action: Action) => {
    if (busy.value === action) return t(keyOf(action, 'busy'));
    return items.length > 1 ? t(...plural(`${action}_many_button`, count)) : t(keyOf(action, 'button'));
  };
  // The buttons are not `disabled`, because a disabled button loses the focus.
  const isBusy = busy.value !== null;
  // Enter presses the button for the action of the gesture that opened the popup.
  const mainAction = form.value.action;
  return (
    <div class="buttons">
      {(['pin', 'unpin'] as const).map((action) => (
        <button
          key={action}
          type={action === mainAction ? 'submit' : 'button'}
          class={action === mainAction ? 'button primary' : 'button'}
          aria-disabled={isBusy}
          onClick={action === mainAction ? undefined : () => submit(action)}
        >
          {label(action)}
        </button>
      ))}
    </div>
  );
}
