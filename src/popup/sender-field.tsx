import { readChat } from '../references/chat';
import { Field } from '../ui/field';
import { Segments } from '../ui/segments';
import { t } from '../words/t';
import type { PopupState } from './popup-state';

interface Props {
  state: PopupState;
  problem: string | null;
  authorProblem: string | null;
}

/** Asks who sent a message, to build its key by hand: the user or someone else, and in a group the author's number. */
export function SenderField({ state: { form, popupPlan, account, chat, edit }, problem, authorProblem }: Props) {
  const { sender } = form.value;
  if (!sender) return null;
  const asksAuthor = sender.author !== null || popupPlan.value.items[0]?.question?.startsWith('author-');
  const number = account.value?.number;
  const isGroup = readChat(chat.value)?.kind === 'group';
  // The account's own number becomes part of the key, so it is shown.
  const ownNumber = sender.fromMe && isGroup && number ? t('author_own', `+${number}`) : null;
  return (
    <>
      <Segments
        name="sender"
        legend={t('sender_label')}
        options={[
          { value: 'mine', label: t('sender_mine') },
          { value: 'other', label: t('sender_other') },
        ]}
        value={sender.fromMe === null ? null : sender.fromMe ? 'mine' : 'other'}
        help={[t('sender_help', account.value?.provider.label ?? ''), ownNumber].filter(Boolean).join(' ')}
        problem={problem}
        onChange={(sentBy) => edit({ sender: { fromMe: sentBy === 'mine', author: null } })}
      />
      {asksAuthor && (
        <Field id="author" label={t('author_label')} help={t('author_help')} problem={authorProblem}>
          {(control) => (
            <input
              {...control}
              class="control"
              dir="auto"
              autocomplete="off"
              value={sender.author ?? ''}
              onInput={(event) => edit({ sender: { ...sender, author: event.currentTarget.value } })}
            />
          )}
        </Field>
      )}
    </>
  );
}
