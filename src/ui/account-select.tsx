import type { AccountView } from '../accounts/account';
import { t } from '../words/t';
import type { ControlProps } from './field';

interface Props {
  /** What the field around it gives. */
  control: ControlProps;
  accounts: readonly AccountView[];
  /** Null where none is chosen. */
  value: string | null;
  /** What stands there then. */
  none: string;
  onChange(id: string): void;
}

/** Chooses one of the accounts, each with its provider. */
export function AccountSelect({ control, accounts, value, none, onChange }: Props) {
  return (
    <select {...control} class="control" value={value ?? ''} onChange={(event) => onChange(event.currentTarget.value)}>
      {value === null && <option value="">{none}</option>}
      {accounts.map(({ id, name, provider }) => (
        <option key={id} value={id}>
          {t('account_option', name, provider.label)}
        </option>
      ))}
    </select>
  );
}
