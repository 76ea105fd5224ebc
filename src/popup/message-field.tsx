import './message-field.css';
import { useRef } from 'preact/hooks';
import { Field } from '../ui/field';
import { worker } from '../ui/worker';
import { t } from '../words/t';
import { MessagePicker } from './message-picker';
import { PasteButton } from './paste-button';
import type { PopupState } from './popup-state';

/** The maximum number of possible ids that are offered as buttons. */
const maxOffered = 5;

/** The text box for one or many messages, and buttons for a text in which no message is recognized. */
export function MessageField({ state, problem }: { state: PopupState; problem: string | null }) {
  const { form, before, popupPlan, question, account, chat, edit, bringBack } = state;
  const { message, action, days } = form.value;
  const field = useRef<HTMLDivElement>(null);
  // Buttons that are removed when pressed move the focus to the text box.
  const focusText = () => field.current?.querySelector('textarea')?.focus();
  const offered = question.value === 'message-possible' ? popupPlan.value.possible.slice(0, maxOffered) : [];
  return (
    <div class="message-field" ref={field}>
      {/* The buttons come before the text box, so that Tab moves from the text to the next field. */}
      <div class="message-tools">
        <span aria-live="polite">
          {before.value && (
            <button
              type="button"
              class="button quiet"
              onClick={() => {
                focusText();
                bringBack();
              }}
            >
              {t('bring_back')}
            </button>
          )}
        </span>
        <PasteButton onText={(text) => edit({ message: text })} />
      </div>
      <Field id="message" label={t('message_label')} problem={problem}>
        {(control) => (
          <textarea
            {...control}
            class="control mono"
            dir="auto"
            rows={2}
            spellcheck={false}
            placeholder={t('message_placeholder')}
            value={message}
            onInput={(event) => {
              edit({ message: event.currentTarget.value });
            }}
            onKeyDown={(event) => {
              // As in a chat, Enter sends and Shift+Enter starts a new line.
              if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
              event.preventDefault();
              event.currentTarget.form?.requestSubmit();
            }}
          />
        )}
      </Field>
      {account.value && (
        <MessagePicker
          account={account.value}
          listedChats={state.listedChats}
          chat={popupPlan.value.asksChat ? chat.value : null}
          // The message was listed for this account, so it is sent through it.
          onChoose={(key) => edit({ message: key, chat: null, accountId: account.value?.id ?? null })}
        />
      )}
      {offered.map((messageId) => (
        <button
          key={messageId}
          type="button"
          class="button mono"
          onClick={() => {
            focusText();
            // The action and duration of the gesture that opened the popup still apply.
            edit({ message: messageId, action, days });
          }}
        >
          {t('message_use', messageId)}
        </button>
      ))}
      {question.value === 'credential' && popupPlan.value.offer === 'saved' && <p class="help">{t('offer_saved')}</p>}
      {question.value === 'credential' && popupPlan.value.offer === 'new' && (
        <button type="button" class="button" onClick={() => worker('offer account', { text: message })}>
          {t('offer_account')}
        </button>
      )}
    </div>
  );
}
