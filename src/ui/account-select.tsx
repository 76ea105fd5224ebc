import type { AccountView } from '../accounts/account';
import { t } from '../words/t';
import type { ControlProps } from './field';

interface Props {
  control: ControlProps;
  accounts: readonly AccountView[];
  /** The id of the chosen account, or null. */
  value: string | null;
  /** The text shown while no account is chosen. */
  placeholder: string;
  onChange(id: string): void;
}

/** A list to choose an account from, with the provider of each. */
export function AccountSelect({ control, accounts, value, placeholder, onChange }: Props) {
  return (
    <select {...control} class="control" value={value ?? ''} onChange={(event) => onChange(event.currentTarget.value)}>
      {value === null && <option value="">{placeholder}</option>}
      {accounts.map(({ id, name, provider }) => (
        <option key={id} value={id}>
          {t('account_option', name, provider.label)}
        </option>
      ))}
    </select>
  );
}
