import { type Days, durations } from '../providers/contract/provider';
import { keyOf, t } from '../words/t';
import { Segments } from './segments';

interface Props {
  value: Days;
  /** Why that one stands there, where nobody chose it. */
  help?: string | null;
  onChange(days: Days): void;
}

/** The three durations that WhatsApp knows. */
export function Duration({ value, help, onChange }: Props) {
  const options = durations.map((days) => ({ value: days, label: t(keyOf('days', String(days))) }));
  return (
    <Segments name="days" legend={t('days_label')} options={options} value={value} help={help} onChange={onChange} />
  );
}
