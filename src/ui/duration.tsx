import { keyOf, t } from '../platform/words';
import { type Days, durations } from '../providers/contract/provider';
import { Segments } from './segments';

/** The three durations that WhatsApp knows. */
export function Duration({ value, onChange }: { value: Days; onChange(days: Days): void }) {
  const options = durations.map((days) => ({ value: days, label: t(keyOf('days', String(days))) }));
  return <Segments name="days" legend={t('days_label')} options={options} value={value} onChange={onChange} />;
}
