import './message-field.css';
import { useRef } from 'preact/hooks';
import { Field } from '../ui/field';
import { worker } from '../ui/worker';
import { t } from '../words/t';
import { MessagePicker } from './message-picker';
import { PasteButton } from './paste-button';
import type { PopupState } from './popup-state';

/** How many possible ids are offered: more are not read by anyone. */
const maxOffered = 5;

/** The text box for one or many messages, and what can be done about a text that names none. */
export function MessageField({ state, problem }: { state: PopupState; problem: string | null }) {
  const { typed, planned, question, account, chat, edit, bringBack } = state;
  const { message, action, days } = typed.value;
  const field = useRef<HTMLDivElement>(null);
  // The buttons beside it go when they are pressed.
  const focusText = () => field.current?.querySelector('textarea')?.focus();
  const offered = question.value === 'message-possible' ? planned.value.possible.slice(0, maxOffered) : [];
  return (
    <div class="message-field" ref={field}>
      {/* Before the text box, so that Tab goes from the text on. */}
      <div class="message-tools">
        <span aria-live="polite">
          {typed.value.before && (
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
              // As in a chat: Enter sends, and with Shift it makes a line.
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
          chat={planned.value.asksChat ? chat.value : null}
          // It was chosen from what that account has.
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
            // It is what the gesture was about that brought this text.
            edit({ message: messageId, action, days });
          }}
        >
          {t('message_use', messageId)}
        </button>
      ))}
      {question.value === 'credential' && planned.value.offer === 'known' && <p class="help">{t('offer_known')}</p>}
      {question.value === 'credential' && planned.value.offer === 'new' && (
        <button type="button" class="button" onClick={() => worker('offer account', { text: message })}>
          {t('offer_account')}
        </button>
      )}
    </div>
  );
}
