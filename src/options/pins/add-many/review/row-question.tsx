import type { NumberReading } from '../../../../phone-numbers';
import { language, t } from '../../../../words/t';
import type { GridStop } from './review-columns';

interface Props {
  readings: readonly NumberReading[];
  lineNumber: number;
  stop: GridStop;
  onAnswer(number: string): void;
}

/** Asks in a row which number its chat is, with one button for each answer. */
export function RowQuestion({ readings, lineNumber, stop, onAnswer }: Props) {
  const row = lineNumber.toLocaleString(language());
  const [only, ...others] = readings;
  const isOne = only && others.length === 0;
  return (
    <>
      <span>{isOne ? t('bulk_number_is_this', only.formatted) : t('bulk_number_which')}</span>{' '}
      {readings.map(({ number, formatted }, index) => (
        <button
          key={number}
          {...stop}
          tabIndex={index === 0 ? stop.tabIndex : -1}
          type="button"
          class="button quiet answer"
          aria-label={isOne ? t('bulk_number_yes_of', row, formatted) : t('bulk_number_use_of', formatted, row)}
          onClick={() => onAnswer(number)}
        >
          {isOne ? t('bulk_number_yes') : formatted}
        </button>
      ))}
    </>
  );
}
