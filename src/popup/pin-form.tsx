import { useEffect, useRef } from 'preact/hooks';
import type { Question } from '../pins/plan';
import { keyOf, t } from '../platform/words';
import { Duration } from '../ui/duration';
import { AccountField } from './account-field';
import { ChatField } from './chat-field';
import { MessageField } from './message-field';
import { MessageList } from './message-list';
import type { PopupState } from './popup-state';
import { SenderField } from './sender-field';
import type { Action } from './sending';

/** The field that a question is about: mostly the message. */
function placeOf(question: Question, asksChat: boolean): string {
  if (question === 'account-missing') return 'account';
  if (question === 'sender-missing') return 'sender';
  if (question.startsWith('author-')) return 'author';
  return asksChat && question.startsWith('chat-') && question !== 'chat-only' ? 'chat' : 'message';
}

/** The form: what to pin, through which account, where, for how long. */
export function PinForm({ state }: { state: PopupState }) {
  const { account, chat, planned, days, question, ready, edit } = state;
  const form = useRef<HTMLFormElement>(null);
  const asked = question.value;
  const place = asked && placeOf(asked, planned.value.asksChat);
  const problemAt = (field: string) =>
    asked && asked !== 'review' && place === field ? t(keyOf('question', asked)) : null;

  // The popup opens ready to type, and a question has the focus in its field; an answered one leaves it where it is.
  const focus = (id: string) => form.current?.querySelector<HTMLElement>(`#${id}`)?.focus();
  useEffect(() => focus('message'), [ready.value]);
  useEffect(() => {
    if (place) focus(place);
  }, [asked]);

  return (
    <form
      ref={form}
      class="pin-form"
      onSubmit={(event) => {
        event.preventDefault();
        void state.submit(state.typed.value.action);
      }}
    >
      {asked === 'review' && <p class="note">{t('question_review')}</p>}
      <MessageField state={state} problem={problemAt('message')} />
      <MessageList state={state} />
      <AccountField state={state} problem={problemAt('account')} />
      {planned.value.asksChat && account.value && (
        <ChatField
          account={account.value}
          value={chat.value}
          problem={problemAt('chat')}
          onInput={(value) => edit({ chat: value })}
        />
      )}
      <SenderField state={state} problem={problemAt('sender')} authorProblem={problemAt('author')} />
      <Duration value={days.value} onChange={(value) => edit({ days: value })} />
      <Buttons state={state} />
    </form>
  );
}

function Buttons({ state: { planned, typed, busy, submit } }: { state: PopupState }) {
  const { items } = planned.value;
  const count = items.filter(({ key }) => !typed.value.left.includes(key)).length;
  const label = (action: Action) => {
    if (busy.value === action) return t(keyOf(action, 'busy'));
    return items.length > 1 ? t(keyOf(action, 'many_button'), String(count)) : t(keyOf(action, 'button'));
  };
  // Not `disabled`: a button that loses the focus while it works would throw keyboard users out of the form.
  const waiting = busy.value !== null;
  // Enter does what the gesture wanted that opened the popup, and that button says so.
  const meant = typed.value.action;
  return (
    <div class="buttons">
      {(['pin', 'unpin'] as const).map((action) => (
        <button
          key={action}
          type={action === meant ? 'submit' : 'button'}
          class={action === meant ? 'button primary' : 'button'}
          aria-disabled={waiting}
          onClick={action === meant ? undefined : () => submit(action)}
        >
          {label(action)}
        </button>
      ))}
    </div>
  );
}
