import './country-question.css';
import { useMemo } from 'preact/hooks';
import { listCountries } from '../../../phone-numbers';
import { Field } from '../../../ui/field';
import { Icon } from '../../../ui/icon';
import { language, t } from '../../../words/t';
import type { AddManyState } from './bulk-state';
import { countryAnswers } from './country-answers';

/** Asks once for all rows whose chat is a number without a country code. */
export function CountryQuestion({ state }: { state: AddManyState }) {
  const { review, choices, countries, chatForAll, choose, mend } = state;
  const rows = review.rows.value;
  const asking = useMemo(() => rows.filter(({ problem }) => problem === 'chat-country'), [rows]);
  const answers = useMemo(() => countryAnswers(rows), [rows]);
  const isTyped = chatForAll.value.kind === 'question';
  if (asking.length === 0 && !isTyped) return null;
  const isUnread = asking.some(({ readings }) => readings.length === 0);
  const asksCountry = countries.value.length === 0 || isUnread || choices.value.country !== null;
  if (asking.length === 0 && !asksCountry) return null;

  return (
    <div class="note caution country-question">
      <Icon name="question" />
      <div class="note-body">
        {asking.length > 0 && <p role="status">{t('countries_count', asking.length.toLocaleString())}</p>}
        {asksCountry && (
          <Field id="bulk-country" label={t('countries_label')}>
            {(control) => (
              <select
                {...control}
                class="control"
                value={choices.value.country ?? ''}
                onChange={(event) => choose({ country: event.currentTarget.value || null })}
              >
                <option value="">{t('countries_choose')}</option>
                {listCountries(language()).map(({ country, name, callingCode }) => (
                  <option key={country} value={country}>
                    {t('countries_option', name, callingCode)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        {answers.length > 0 && (
          <div class="actions">
            {answers.map(({ callingCode, edits }) => (
              <button key={callingCode} type="button" class="button" onClick={() => mend(edits)}>
                {edits.size === 1
                  ? t('countries_use_one', callingCode)
                  : t('countries_use', callingCode, edits.size.toLocaleString())}
              </button>
            ))}
          </div>
        )}
      </div>
    </div>
  );
}
