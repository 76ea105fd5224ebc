import './message-list.css';
import type { PlannedItem } from '../background/plan-form';
import { Parts } from '../ui/parts';
import { chatName, chatWithReason } from '../words/chat-name';
import { keyOf, t } from '../words/t';
import type { PopupState } from './popup-state';

/** What was read out of a text that names several messages: each can be left out. */
export function MessageList({ state: { planned, typed, edit } }: { state: PopupState }) {
  const { items } = planned.value;
  if (items.length < 2) return null;
  const { left } = typed.value;
  const toggle = (key: string) => {
    const others = left.filter((each) => each !== key);
    edit({ left: others.length < left.length ? others : [...left, key] });
  };
  return (
    <fieldset class="message-list">
      <legend>{t('messages_legend', String(items.length))}</legend>
      <div class="messages">
        {items.map((item) => (
          <MessageRow key={item.key} item={item} ticked={!left.includes(item.key)} onToggle={() => toggle(item.key)} />
        ))}
      </div>
    </fieldset>
  );
}

interface RowProps {
  item: PlannedItem;
  ticked: boolean;
  onToggle(): void;
}

function MessageRow({ item, ticked, onToggle }: RowProps) {
  const { messageId, accountName, question } = item;
  const problemId = `missing-${messageId}`;
  return (
    <div class="message-row">
      <label>
        <input type="checkbox" checked={ticked} aria-describedby={problemId} onChange={onToggle} />
        <span>
          <span class="mono">
            <bdi>{messageId}</bdi>
          </span>
          <span class="soft small">
            <Parts of={[chatOf(item), accountName]} />
          </span>
        </span>
      </label>
      <p class="problem" id={problemId}>
        {question && ticked && t(keyOf('missing', question))}
      </p>
    </div>
  );
}

/** The chat of a row, and who said it where the row does not. A number without a country is not made one with another. */
function chatOf({ chat, chatFrom, question }: PlannedItem): string | null {
  const name = question === 'chat-country' ? chat : chatName(chat);
  if (chatFrom === 'typed' && name !== null) return t('chat_typed_below', name);
  return question === 'chat-country' ? chat : chatWithReason(chat, chatFrom);
}
