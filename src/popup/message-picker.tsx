import './message-picker.css';
import { useRef, useState } from 'preact/hooks';
import type { AccountView } from '../accounts/account';
import { readChat } from '../references/chat';
import { lazyComponent } from '../ui/lazy-component';
import { t } from '../words/t';
import { ChatField } from './chat-field';
import type { ListedChats } from './listed-chats';

const MessageChoices = lazyComponent(async () => (await import('./message-choices')).MessageChoices);

interface Props {
  account: Pick<AccountView, 'id' | 'name' | 'provider'>;
  listedChats(accountId: string): ListedChats;
  /** The chat in the form; null if the form has no such field, so that the picker shows one. */
  chat: string | null;
  /** @param key the full key of the chosen message */
  onChoose(key: string): void;
}

/** Lets the user choose a message by its text. Shown only if the provider lists messages. */
export function MessagePicker({ account, listedChats, chat, onChoose }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const [pickedChat, setPickedChat] = useState('');
  const button = useRef<HTMLButtonElement>(null);
  if (!account.provider.listsMessages) return null;
  const jid = readChat(chat ?? pickedChat)?.jid ?? null;
  const close = () => {
    setIsOpen(false);
    button.current?.focus();
  };

  return (
    <div class="picker">
      <button
        ref={button}
        type="button"
        class="button quiet"
        aria-expanded={isOpen}
        aria-controls="picker-panel"
        onClick={() => setIsOpen(!isOpen)}
      >
        {t('messages_choose')}
      </button>
      {/* The first Escape closes the picker, the next one the popup. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys apply to any focused element inside. */}
      <div
        id="picker-panel"
        class="picker-panel"
        hidden={!isOpen}
        onKeyDown={(event) => {
          if (event.defaultPrevented) return;
          // Enter chooses a chat or message, and must not submit the form around the picker.
          if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
          if (event.key !== 'Escape') return;
          event.preventDefault();
          close();
        }}
      >
        {isOpen && chat === null && (
          <ChatField
            id="picker-chat"
            account={account}
            listedChats={listedChats(account.id)}
            value={pickedChat}
            problem={null}
            onInput={setPickedChat}
          />
        )}
        {isOpen && (
          <MessageChoices
            account={account}
            listedChats={listedChats(account.id)}
            chat={jid}
            onChoose={(key) => {
              close();
              onChoose(key);
            }}
          />
        )}
      </div>
    </div>
  );
}
