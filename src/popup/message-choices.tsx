import './message-choices.css';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { AccountView } from '../accounts/account';
import { now } from '../platform/clock';
import type { MessageEntry } from '../providers/contract/lists';
import { stepFor } from '../ui/combobox-keys';
import { ListFailure } from '../ui/list-failure';
import { useKeptFocus } from '../ui/use-kept-focus';
import { chatName } from '../words/chat-name';
import { describeTime } from '../words/describe-time';
import { t } from '../words/t';
import type { ListedChats } from './listed-chats';
import { createListedMessages, type MessagePages, noPages } from './listed-messages';

interface Props {
  account: Pick<AccountView, 'id' | 'name' | 'provider'>;
  /** Those of the account. */
  listedChats: ListedChats;
  /** A JID; null while none is chosen. */
  chat: string | null;
  onChoose(key: string): void;
}

/** The latest messages of a chat, to choose one of. */
export function MessageChoices({ account, listedChats, chat, onChoose }: Props) {
  // Nothing is kept when the picker closes.
  const listed = useMemo(() => (chat === null ? null : createListedMessages(account.id, chat)), [account.id, chat]);
  const pages = listed?.pages.value ?? noPages;
  const { messages: entries, isLoading, failure } = pages;
  const name = listedChats.chats.value.find((entry) => entry.chat === chat)?.name || chatName(chat);
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const keptFocus = useKeptFocus();
  const shown = useRef(0);
  const at = Math.min(active, entries.length - 1);

  // Whoever asked for messages goes on where the new ones begin, unless they have gone elsewhere meanwhile.
  useLayoutEffect(() => {
    const [before, now] = [shown.current, entries.length];
    shown.current = now;
    if (now <= before) return;
    setActive(before);
    if (!document.activeElement?.matches('input, textarea, select')) list.current?.focus();
  }, [entries]);
  useLayoutEffect(() => list.current?.children[at]?.scrollIntoView({ block: 'nearest' }), [at, entries]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Tab') return;
    const { altKey, ctrlKey, metaKey, shiftKey, isComposing } = event;
    const key = event.key === ' ' ? 'Enter' : event.key;
    const pressed = { key, altKey, ctrlKey, metaKey, shiftKey, isComposing };
    const step = stepFor(pressed, { open: true, at, count: entries.length });
    const entry = step && entries[step.at];
    if (!entry) return;
    if (step.does === 'go') setActive(step.at);
    else if (step.does === 'choose') onChoose(entry.key);
    else return;
    event.preventDefault();
  };

  return (
    <div class="message-choices" {...keptFocus}>
      <div aria-live="polite" class={entries.length > 0 && !isLoading ? 'visually-hidden' : 'help'}>
        {describe(pages, chat, account.provider.label)}
      </div>
      {chat !== null && entries.length > 0 && (
        <div
          ref={list}
          class="picker-list"
          role="listbox"
          tabIndex={0}
          aria-label={t('messages_list', name ?? chat)}
          aria-activedescendant={`picker-message-${at}`}
          onKeyDown={onKeyDown}
        >
          {entries.map((entry, index) => (
            <Line key={entry.key} entry={entry} index={index} active={index === at} onChoose={onChoose} />
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
  entry: MessageEntry;
  index: number;
  active: boolean;
  onChoose(key: string): void;
}

function Line({ entry: { key, text, fromMe, at }, index, active, onChoose }: LineProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the list has the focus and the keys.
    <div
      id={`picker-message-${index}`}
      class={active ? 'picker-line active' : 'picker-line'}
      role="option"
      aria-selected={active}
      onClick={() => onChoose(key)}
    >
      <span class={text.trim() === '' ? 'picker-text soft' : 'picker-text'}>
        {text.trim() || t('message_without_text')}
      </span>
      <span class="soft small">
        {t(fromMe ? 'message_mine' : 'message_theirs')}
        {at !== null && ` · ${describeTime(at, now())}`}
      </span>
    </div>
  );
}
