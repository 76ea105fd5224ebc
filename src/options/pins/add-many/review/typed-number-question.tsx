import type { NumberReading } from '../../../../phone-numbers';
import { Icon } from '../../../../ui/icon';
import { t } from '../../../../words/t';

interface Props {
  readings: readonly NumberReading[];
  onAnswer(number: string): void;
}

/** Asks below a field which number was typed without a country code, with one button for each answer. */
export function TypedNumberQuestion({ readings, onAnswer }: Props) {
  const [first, ...others] = readings;
  const isOne = first !== undefined && others.length === 0;
  const question = isOne
    ? t('bulk_number_is_this', first.formatted)
    : first
      ? t('bulk_number_which')
      : t('bulk_number_country_missing');
  return (
    <div class="note caution" role="status">
      <Icon name="question" />
      <div class="note-body">
        <p>{question}</p>
        {first && (
          <div class="actions">
            {readings.map(({ number, formatted }) => (
              <button key={number} type="button" class="button" onClick={() => onAnswer(number)}>
                {isOne ? t('bulk_number_use', formatted) : formatted}
              </button>
            ))}
          </div>
        )}
      </div>
    </div>
  );
}
