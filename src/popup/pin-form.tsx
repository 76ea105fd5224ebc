import { useEffect, useRef } from 'preact/hooks';
import type { Question } from '../pins/prepare';
import { keyOf, t } from '../platform/words';
import { provider } from '../providers';
import { Duration } from '../ui/duration';
import { Field } from '../ui/field';
import { AccountField } from './account-field';
import type { Action, PopupState } from './popup-state';

/** The field that a question is about. */
const fieldOf: Partial<Record<Question, string>> = {
  'account-missing': 'account',
  'chat-missing': 'chat',
  'chat-unread': 'chat',
};

export function PinForm({ state }: { state: PopupState }) {
  const { message, account, chat, days, question, ready, edit } = state;
  const form = useRef<HTMLFormElement>(null);
  const asked = question.value && question.value !== 'review' ? question.value : null;
  const place = asked ? (fieldOf[asked] ?? 'message') : 'message';
  const problemAt = (field: string) => (asked && place === field ? t(keyOf('question', asked)) : null);

  // The popup opens ready to type, and a question has the focus in its field.
  useEffect(() => {
    form.current?.querySelector<HTMLElement>(`#${place}`)?.focus();
  }, [asked, place, ready.value]);

  return (
    <form
      ref={form}
      class="pin-form"
      onSubmit={(event) => {
        event.preventDefault();
        void state.submit('pin');
      }}
    >
      {question.value === 'review' && <p class="note">{t('question_review')}</p>}
      <Field id="message" label={t('message_label')} problem={problemAt('message')}>
        {(control) => (
          <textarea
            {...control}
            class="control mono"
            rows={2}
            spellcheck={false}
            placeholder={t('message_placeholder')}
            value={message.value}
            onInput={(event) => edit({ message: event.currentTarget.value })}
          />
        )}
      </Field>
      <AccountField state={state} problem={problemAt('account')} />
      {account.value && provider(account.value.provider).takesChat && (
        <Field id="chat" label={t('chat_label')} problem={problemAt('chat')}>
          {(control) => (
            <input
              {...control}
              class="control"
              autocomplete="off"
              spellcheck={false}
              placeholder={t('chat_placeholder')}
              value={chat.value}
              onInput={(event) => edit({ chat: event.currentTarget.value })}
            />
          )}
        </Field>
      )}
      <Duration value={days.value} onChange={(value) => edit({ days: value })} />
      <Buttons state={state} />
    </form>
  );
}

function Buttons({ state: { references, busy, submit } }: { state: PopupState }) {
  const count = references.value.length;
  const label = (action: Action) => {
    if (busy.value === action) return t(keyOf(action, 'busy'));
    return count > 1 ? t(keyOf(action, 'many_button'), String(count)) : t(keyOf(action, 'button'));
  };
  // Not `disabled`: a button that loses the focus while it works would throw keyboard users out of the form.
  const waiting = busy.value !== null;
  return (
    <div class="buttons">
      <button type="submit" class="button primary" aria-disabled={waiting}>
        {label('pin')}
      </button>
      <button type="button" class="button" aria-disabled={waiting} onClick={() => submit('unpin')}>
        {label('unpin')}
      </button>
    </div>
  );
}
