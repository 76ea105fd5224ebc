import './chat-field.css';
import { useMemo, useRef } from 'preact/hooks';
import type { AccountView } from '../accounts/account';
import type { ChatEntry } from '../providers/contract/lists';
import { isNumberWithoutCountry, readChat } from '../references/chat';
import { Combobox, type ComboOption } from '../ui/combobox';
import { Field } from '../ui/field';
import { lazyComponent } from '../ui/lazy-component';
import { fold } from '../ui/matching';
import { Parts } from '../ui/parts';
import { chatName } from '../words/chat-name';
import { t } from '../words/t';
import type { ListedChats } from './listed-chats';

const ListFailure = lazyComponent(async () => (await import('../ui/list-failure')).ListFailure);

interface Props {
  id?: string;
  account: Pick<AccountView, 'id' | 'name' | 'provider'>;
  /** The chats of the account. */
  listedChats: ListedChats;
  /** A chat in any spelling, or any other input. A chat that was chosen from the list is a JID. */
  value: string;
  /** The reason for the value, if the user has not entered it. */
  reason?: string | null;
  /** The chat of an earlier message, which is offered for this message too. */
  earlier?: string | null;
  problem: string | null;
  onInput(value: string): void;
}

/** Asks for a chat. The chats that the provider lists can be chosen by name, and any other chat by its number or id. */
export function ChatField({
  id = 'chat',
  account,
  listedChats,
  value,
  reason,
  earlier = null,
  problem,
  onInput,
}: Props) {
  const chats = listedChats.chats.value;
  const loadFailure = listedChats.failure.value;
  const options = useMemo(() => chats.map(optionOf), [chats]);
  const jid = readChat(value)?.jid ?? null;
  const listedOption = options.find((option) => option.value === jid);
  const chosen = listedOption?.value === value ? listedOption : undefined;
  const help = chosen ? chosen.label !== chatName(value) && chatName(value) : listedOption?.label;
  const field = useRef<HTMLDivElement>(null);
  const focusInput = () => field.current?.querySelector('input')?.focus();
  const describe = (count: number) => {
    if (count > 0) return t('chats_count', String(count));
    if (listedChats.isLoading.value) return t('chats_loading');
    if (value.trim() === '' || options.length === 0) return null;
    return t(jid ? 'chats_as_typed' : 'chats_none');
  };

  return (
    <div class="chat-field" ref={field}>
      <Field
        id={id}
        label={t('chat_label')}
        help={(help || reason) && <Parts of={[help || null, reason]} />}
        problem={problem}
      >
        {(control) => (
          <Combobox
            key={account.id}
            control={control}
            text={chosen?.label ?? value}
            chosen={chosen?.value ?? null}
            options={options}
            listLabel={t('chats_list')}
            placeholder={t('chat_placeholder')}
            isValue={(text) => readChat(text) !== null}
            describe={describe}
            onInput={onInput}
            onChoose={onInput}
            onFocus={listedChats.loadOnce}
          />
        )}
      </Field>
      {earlier !== null && (!jid || readChat(earlier)?.jid !== jid) && (
        <button
          type="button"
          class="button quiet"
          onClick={() => {
            onInput(earlier);
            focusInput();
          }}
        >
          {t('chat_again', labelOf(earlier, options))}
        </button>
      )}
      <div aria-live="polite">
        {loadFailure && (
          <ListFailure failure={loadFailure} account={account}>
            <p class="help">{t('chats_enter')}</p>
            <button
              type="button"
              class="button quiet"
              onClick={() => {
                // The button is removed as soon as loading starts.
                focusInput();
                listedChats.reload();
              }}
            >
              {t('chats_again')}
            </button>
          </ListFailure>
        )}
      </div>
    </div>
  );
}

/**
 * Returns the name of a chat in the list, or else the chat itself. A number without a country is returned as written.
 */
function labelOf(written: string, options: readonly ComboOption[]): string {
  const option = options.find(({ value }) => value === readChat(written)?.jid);
  return option?.label ?? (isNumberWithoutCountry(written) ? written : (chatName(written) ?? written));
}

function optionOf({ chat, name }: ChatEntry): ComboOption {
  const number = chatName(chat) ?? chat;
  const { kind, user = chat } = readChat(chat) ?? {};
  const person = name ? number : '';
  const detail = kind === 'group' ? t('chat_kind_group') : kind === 'lid' ? t('chat_kind_lid') : person;
  return { value: chat, label: name || number, detail, folded: fold(`${name} ${number}`), digits: user };
}
