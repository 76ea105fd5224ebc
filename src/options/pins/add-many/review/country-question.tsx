import './country-question.css';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { listCountries } from '../../../../phone-numbers';
import { Field } from '../../../../ui/field';
import { Icon } from '../../../../ui/icon';
import { language, t } from '../../../../words/t';
import type { AddManyState } from '../add-many-state';
import { countryAnswers } from './country-answers';

interface Props {
  state: AddManyState;
  /** Called when the last question is answered, to move the focus on. */
  onAnswered(): void;
}

/** Asks once for all rows with a number without a country code. */
export function CountryQuestion({ state, onAnswered }: Props) {
  const { review, choices, countries, chatForAll, setChoices, changeRows } = state;
  const rows = review.rows.value;
  const openRows = useMemo(() => rows.filter(({ problem }) => problem === 'chat-country'), [rows]);
  const answers = useMemo(() => countryAnswers(rows), [rows]);
  const question = useRef<HTMLDivElement>(null);
  const isAnswered = useRef(false);
  useLayoutEffect(() => {
    if (!isAnswered.current || document.activeElement !== document.body) return;
    isAnswered.current = false;
    const next = question.current?.querySelector<HTMLElement>('button, select');
    if (next) next.focus();
    else onAnswered();
  }, [rows]);
  const isChatForAllOpen = chatForAll.value.kind === 'question';
  if (openRows.length === 0 && !isChatForAllOpen) return null;
  const isUnread = openRows.some(({ readings }) => readings.length === 0);
  const asksCountry = countries.value.length === 0 || isUnread || choices.value.country !== null;
  if (openRows.length === 0 && !asksCountry) return null;

  return (
    <div ref={question} class="note caution country-question">
      <Icon name="question" />
      <div class="note-body">
        {openRows.length > 0 && <p role="status">{t('countries_count', openRows.length.toLocaleString(language()))}</p>}
        {asksCountry && (
          <Field id="all-country" label={t('countries_label')}>
            {(control) => (
              <select
                {...control}
                class="control"
                value={choices.value.country ?? ''}
                onChange={(event) => setChoices({ country: event.currentTarget.value || null })}
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
              <button
                key={callingCode}
                type="button"
                class="button"
                onClick={() => {
                  isAnswered.current = true;
                  changeRows(edits);
                }}
              >
                {edits.size === 1
                  ? t('countries_use_one', callingCode)
                  : t('countries_use', callingCode, edits.size.toLocaleString(language()))}
              </button>
            ))}
          </div>
        )}
      </div>
    </div>
  );
}
