import './message-choices.css';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { AccountView } from '../accounts/account';
import { now } from '../platform/clock';
import type { MessageEntry } from '../providers/contract/lists';
import { actionForKey } from '../ui/combobox-keys';
import { ListFailure } from '../ui/list-failure';
import { useKeptFocus } from '../ui/use-kept-focus';
import { chatName } from '../words/chat-name';
import { describeTime } from '../words/describe-time';
import { t } from '../words/t';
import type { ListedChats } from './listed-chats';
import { createListedMessages, type MessagePages, noPages } from './listed-messages';

interface Props {
  account: Pick<AccountView, 'id' | 'name' | 'provider'>;
  /** The chats of the account. */
  listedChats: ListedChats;
  /** The JID of the chosen chat, or null. */
  chat: string | null;
  onChoose(key: string): void;
}

/** Lists the latest messages of a chat, one of which can be chosen. */
export function MessageChoices({ account, listedChats, chat, onChoose }: Props) {
  // Messages are not kept: they are loaded again when the picker is opened again.
  const listed = useMemo(() => (chat === null ? null : createListedMessages(account.id, chat)), [account.id, chat]);
  const pages = listed?.pages.value ?? noPages;
  const { messages, isLoading, failure } = pages;
  const name = listedChats.chats.value.find((listedChat) => listedChat.chat === chat)?.name || chatName(chat);
  const [selectedIndex, setSelectedIndex] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const keptFocus = useKeptFocus();
  const previousCount = useRef(0);
  const activeIndex = Math.min(selectedIndex, messages.length - 1);

  // The first new message becomes the active one, and gets the focus unless the user is entering something.
  useLayoutEffect(() => {
    const count = previousCount.current;
    previousCount.current = messages.length;
    if (messages.length <= count) return;
    setSelectedIndex(count);
    if (!document.activeElement?.matches('input, textarea, select')) list.current?.focus();
  }, [messages]);
  useLayoutEffect(() => {
    list.current?.children[activeIndex]?.scrollIntoView({ block: 'nearest' });
  }, [activeIndex, messages]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Tab') return;
    const { altKey, ctrlKey, metaKey, shiftKey, isComposing } = event;
    const key = event.key === ' ' ? 'Enter' : event.key;
    const pressed = { key, altKey, ctrlKey, metaKey, shiftKey, isComposing };
    const action = actionForKey(pressed, { isOpen: true, index: activeIndex, count: messages.length });
    const message = action && messages[action.index];
    if (!message) return;
    if (action.kind === 'activate') setSelectedIndex(action.index);
    else if (action.kind === 'choose') onChoose(message.key);
    else return;
    event.preventDefault();
  };

  return (
    <div class="message-choices" {...keptFocus}>
      <div aria-live="polite" class={messages.length > 0 && !isLoading ? 'visually-hidden' : 'help'}>
        {describe(pages, chat, account.provider.label)}
      </div>
      {chat !== null && messages.length > 0 && (
        <div
          ref={list}
          class="picker-list"
          role="listbox"
          tabIndex={0}
          aria-label={t('messages_list', name ?? chat)}
          aria-activedescendant={`picker-message-${activeIndex}`}
          onKeyDown={onKeyDown}
        >
          {messages.map((message, index) => (
            <Line
              key={message.key}
              message={message}
              index={index}
              isActive={index === activeIndex}
              onChoose={onChoose}
            />
          ))}
        </div>
      )}
      <div aria-live="polite">
        {failure && (
          <ListFailure failure={failure} account={account}>
            <button type="button" class="button quiet" onClick={listed?.load}>
              {t('messages_again')}
            </button>
          </ListFailure>
        )}
      </div>
      {pages.nextPage !== null && !failure && (
        <button type="button" class="button quiet" aria-disabled={isLoading} onClick={listed?.load}>
          {t('messages_older')}
        </button>
      )}
    </div>
  );
}

function describe({ messages, isLoading, failure }: MessagePages, chat: string | null, label: string): string {
  if (chat === null) return t('messages_no_chat');
  if (isLoading) return t('messages_loading');
  if (messages.length > 0) return t('messages_count', String(messages.length));
  return failure ? '' : t('messages_none', label);
}

interface LineProps {
  message: MessageEntry;
  index: number;
  isActive: boolean;
  onChoose(key: string): void;
}

function Line({ message: { key, text, fromMe, sentAt }, index, isActive, onChoose }: LineProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the list has the focus and the keys.
    <div
      id={`picker-message-${index}`}
      class={isActive ? 'picker-line active' : 'picker-line'}
      role="option"
      aria-selected={isActive}
      onClick={() => onChoose(key)}
    >
      <span class={text.trim() === '' ? 'picker-text soft' : 'picker-text'}>
        {text.trim() || t('message_without_text')}
      </span>
      <span class="soft small">
        {t(fromMe ? 'message_mine' : 'message_theirs')}
        {sentAt !== null && ` · ${describeTime(sentAt, now())}`}
      </span>
    </div>
  );
}
