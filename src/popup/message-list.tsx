import './message-list.css';
import type { PlannedItem } from '../pins/plan/popup-plan';
import { Parts } from '../ui/parts';
import { chatName, chatWithReason } from '../words/chat-name';
import { keyOf, t } from '../words/t';
import type { PopupState } from './popup-state';

/** The messages that were recognized in a text, if there are several. Each can be left out. */
export function MessageList({ state: { popupPlan, form, edit } }: { state: PopupState }) {
  const { items } = popupPlan.value;
  if (items.length < 2) return null;
  const { excluded } = form.value;
  const toggle = (key: string) => {
    const others = excluded.filter((each) => each !== key);
    edit({ excluded: others.length < excluded.length ? others : [...excluded, key] });
  };
  return (
    <fieldset class="message-list">
      <legend>{t('messages_legend', String(items.length))}</legend>
      <div class="messages">
        {items.map((item) => (
          <MessageRow
            key={item.key}
            item={item}
            isIncluded={!excluded.includes(item.key)}
            onToggle={() => toggle(item.key)}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface RowProps {
  item: PlannedItem;
  isIncluded: boolean;
  onToggle(): void;
}

function MessageRow({ item, isIncluded, onToggle }: RowProps) {
  const { messageId, accountName, question } = item;
  const problemId = `missing-${messageId}`;
  return (
    <div class="message-row">
      <label>
        <input type="checkbox" checked={isIncluded} aria-describedby={problemId} onChange={onToggle} />
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
        {question && isIncluded && t(keyOf('missing', question))}
      </p>
    </div>
  );
}

/**
 * Returns the chat of a row, with the source of the chat if that is not the row. A number without a country stays as
 * written.
 */
function chatOf({ chat, chatFrom, question }: PlannedItem): string | null {
  const name = question === 'chat-country' ? chat : chatName(chat);
  if (chatFrom === 'typed' && name !== null) return t('chat_typed_below', name);
  return question === 'chat-country' ? chat : chatWithReason(chat, chatFrom);
}
