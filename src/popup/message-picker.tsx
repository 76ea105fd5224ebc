import './message-picker.css';
import { useRef, useState } from 'preact/hooks';
import type { AccountView } from '../accounts/account';
import { readChat } from '../references/chat';
import { t } from '../words/t';
import { ChatField } from './chat-field';
import type { ListedChats } from './listed-chats';
import { MessageChoices } from './message-choices';

interface Props {
  account: Pick<AccountView, 'id' | 'name' | 'provider'>;
  listedChats(accountId: string): ListedChats;
  /** The chat as the form has it; null where the form asks for none, so that it is asked for here. */
  chat: string | null;
  /** Takes the whole key of the message. */
  onChoose(key: string): void;
}

/** Chooses a message by its text, where the provider lists messages. */
export function MessagePicker({ account, listedChats, chat, onChoose }: Props) {
  const [open, setOpen] = useState(false);
  const [own, setOwn] = useState('');
  const button = useRef<HTMLButtonElement>(null);
  if (!account.provider.listsMessages) return null;
  const jid = readChat(chat ?? own)?.jid ?? null;
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };

  return (
    <div class="picker">
      <button
        ref={button}
        type="button"
        class="button quiet"
        aria-expanded={open}
        aria-controls="picker-panel"
        onClick={() => setOpen(!open)}
      >
        {t('messages_choose')}
      </button>
      {/* Escape closes what is open first, then the popup. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the key is for whatever has the focus inside. */}
      <div
        id="picker-panel"
        class="picker-panel"
        hidden={!open}
        onKeyDown={(event) => {
          if (event.defaultPrevented) return;
          // Enter in here chooses; it never sends the form around it.
          if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
          if (event.key !== 'Escape') return;
          event.preventDefault();
          close();
        }}
      >
        {open && chat === null && (
          <ChatField
            id="picker-chat"
            account={account}
            listedChats={listedChats(account.id)}
            value={own}
            problem={null}
            onInput={setOwn}
          />
        )}
        {open && (
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
