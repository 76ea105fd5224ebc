import { useEffect, useRef } from 'preact/hooks';
import { isNumberWithoutCountry } from '../references/chat';
import { chatName } from '../words/chat-name';
import { t } from '../words/t';

interface Props {
  /** The chat that the text names, and the one that is typed. */
  named: string;
  typed: string;
  onChoose(which: 'named' | 'typed'): void;
}

/** The text names one chat and another is typed: asks which is meant, with the one of the text under the first key. */
export function ChatConflict({ named, typed, onChoose }: Props) {
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <div class="note caution">
      <div class="note-body">
        <p id="chat-conflict-title">{t('chat_conflict', nameOf(named), nameOf(typed))}</p>
        <button
          ref={first}
          type="button"
          class="button primary"
          aria-describedby="chat-conflict-title"
          onClick={() => onChoose('named')}
        >
          {t('chat_use_named', nameOf(named))}
        </button>
        <button type="button" class="button" aria-describedby="chat-conflict-title" onClick={() => onChoose('typed')}>
          {t('chat_use_typed', nameOf(typed))}
        </button>
      </div>
    </div>
  );
}

/** A number whose country is not known yet is shown as it is written. */
const nameOf = (written: string): string =>
  isNumberWithoutCountry(written) ? written : (chatName(written) ?? written);
