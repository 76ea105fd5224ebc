import './country-question.css';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { listCountries } from '../../../../phone-numbers';
import { Field } from '../../../../ui/field';
import { Icon } from '../../../../ui/icon';
import { language, t } from '../../../../words/t';
import type { AddManyState } from '../add-many-state';
import { countryAnswers } from './country-answers';

interface Props {
  state: AddManyState;
  /** The question is answered and gone: the focus must not go with it. */
  onGone(): void;
}

/** Asks once for all rows whose chat is a number without a country code. */
export function CountryQuestion({ state, onGone }: Props) {
  const { review, choices, countries, chatForAll, choose, mend } = state;
  const rows = review.rows.value;
  const asking = useMemo(() => rows.filter(({ problem }) => problem === 'chat-country'), [rows]);
  const answers = useMemo(() => countryAnswers(rows), [rows]);
  const question = useRef<HTMLDivElement>(null);
  const isAnswered = useRef(false);
  useEffect(() => {
    if (!isAnswered.current || document.activeElement !== document.body) return;
    isAnswered.current = false;
    const next = question.current?.querySelector<HTMLElement>('button, select');
    if (next) next.focus();
    else onGone();
  }, [rows]);
  const isTyped = chatForAll.value.kind === 'question';
  if (asking.length === 0 && !isTyped) return null;
  const isUnread = asking.some(({ readings }) => readings.length === 0);
  const asksCountry = countries.value.length === 0 || isUnread || choices.value.country !== null;
  if (asking.length === 0 && !asksCountry) return null;

  return (
    <div ref={question} class="note caution country-question">
      <Icon name="question" />
      <div class="note-body">
        {asking.length > 0 && <p role="status">{t('countries_count', asking.length.toLocaleString(language()))}</p>}
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
              <button
                key={callingCode}
                type="button"
                class="button"
                onClick={() => {
                  isAnswered.current = true;
                  mend(edits);
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
