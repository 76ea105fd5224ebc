import { useEffect, useRef } from 'preact/hooks';
import { isNumberWithoutCountry } from '../references/chat';
import { chatName } from '../words/chat-name';
import { t } from '../words/t';

interface Props {
  /** The chat in the text. */
  namedChat: string;
  /** The chat in the field. */
  typedChat: string;
  onChoose(which: 'named' | 'typed'): void;
}

/** Asks which chat is meant, if the text and the field name different ones. The chat of the text has the focus. */
export function ChatConflict({ namedChat, typedChat, onChoose }: Props) {
  const firstButton = useRef<HTMLButtonElement>(null);
  useEffect(() => firstButton.current?.focus(), []);
  return (
    <div class="note caution">
      <div class="note-body">
        <p id="chat-conflict-title">{t('chat_conflict', nameOf(namedChat), nameOf(typedChat))}</p>
        <button
          ref={firstButton}
          type="button"
          class="button primary"
          aria-describedby="chat-conflict-title"
          onClick={() => onChoose('named')}
        >
          {t('chat_use_named', nameOf(namedChat))}
        </button>
        <button type="button" class="button" aria-describedby="chat-conflict-title" onClick={() => onChoose('typed')}>
          {t('chat_use_typed', nameOf(typedChat))}
        </button>
      </div>
    </div>
  );
}

/** Returns the name of a chat. A number without a known country is returned as written. */
const nameOf = (written: string): string =>
  isNumberWithoutCountry(written) ? written : (chatName(written) ?? written);
