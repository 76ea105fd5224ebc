import { type Days, durations } from '../providers/contract/provider';
import { keyOf, t } from '../words/t';
import { Segments } from './segments';

interface Props {
  value: Days;
  /** The reason for the value, where the user has not chosen it. */
  help?: string | null;
  onChange(days: Days): void;
}

/** Chooses one of the durations for which WhatsApp pins a message. */
export function Duration({ value, help, onChange }: Props) {
  const options = durations.map((days) => ({ value: days, label: t(keyOf('days', String(days))) }));
  return (
    <Segments name="days" legend={t('days_label')} options={options} value={value} help={help} onChange={onChange} />
  );
}
