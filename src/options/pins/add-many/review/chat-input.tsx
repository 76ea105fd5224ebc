import { Field } from '../../../../ui/field';
import { t } from '../../../../words/t';

interface Props {
  id: string;
  value: string;
  help: string | false;
  /** Whether the value is neither a chat nor a number. */
  isUnread: boolean;
  onChange(value: string): void;
}

/** The text box for a chat, with its label. */
export function ChatInput({ id, value, help, isUnread, onChange }: Props) {
  return (
    <Field id={id} label={t('chat_label')} help={help} problem={isUnread ? t('editor_chat_unread') : null}>
      {(control) => (
        <input
          {...control}
          class="control"
          autocomplete="off"
          spellcheck={false}
          value={value}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
