import './number-question.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { browserLanguage } from '../platform/i18n';
import { countryName } from '../words/country-name';
import { language, plural, t } from '../words/t';
import { loadNumberReader, type NumberAnswer, type NumberReader, type NumberToRead } from './reading-numbers';

interface Props {
  /** Numbers without a country code. */
  numbers: readonly NumberToRead[];
  /** @param country the country to use for later numbers: the one chosen from all, if none was known before */
  onAnswer(numbers: NumberAnswer['numbers'], formatted: string, country: string | null): void;
}

/** Asks which country numbers are from: with a button for each probable answer, or else with a list of all countries. */
export function NumberQuestion({ numbers, onAnswer }: Props) {
  const [reader, setReader] = useState<NumberReader | null>(null);
  const [asksCountry, setAsksCountry] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const answers = reader && !asksCountry ? reader.answers(numbers) : [];
  useEffect(() => void loadNumberReader().then(setReader), []);
  // Enter gives the most probable answer.
  useEffect(() => {
    const answer = box.current?.querySelector<HTMLElement>('button.primary:not([disabled])');
    (answer ?? box.current?.querySelector<HTMLElement>('select'))?.focus();
  }, [reader, asksCountry, numbers.map(({ written }) => written).join('\n')]);

  if (!reader || numbers.length === 0) return null;
  return (
    <div ref={box} class="note caution">
      <div class="note-body">
        <p id="number-question-title">{questionFor(answers, numbers)}</p>
        {answers.map(({ formatted, country, numbers: international }, index) => (
          <button
            key={formatted}
            type="button"
            class={index === 0 ? 'button primary' : 'button'}
            aria-describedby="number-question-title"
            onClick={() => onAnswer(international, formatted, null)}
          >
            {numbers.length > 1 && country
              ? t('number_use_all', countryName(country), formatted)
              : t('number_use', formatted)}
          </button>
        ))}
        {answers.length > 0 && (
          <button type="button" class="button quiet" onClick={() => setAsksCountry(true)}>
            {t('number_other')}
          </button>
        )}
        {answers.length === 0 && <CountryChoice reader={reader} numbers={numbers} onAnswer={onAnswer} />}
      </div>
    </div>
  );
}

function questionFor(answers: readonly NumberAnswer[], [first, ...more]: readonly NumberToRead[]): string {
  const [only, ...others] = answers;
  const written = first?.written ?? '';
  if (more.length > 0) {
    const numbers = t(...plural('number_many', more.length + 1, written));
    const country = only?.country && others.length === 0 ? countryName(only.country) : null;
    return country === null ? t('number_from_where_many', numbers) : t('number_are_these', numbers, country);
  }
  if (!only) return t('number_from_where', `“${written}”`);
  return others.length === 0 ? t('number_is_this', only.formatted) : t('number_which', `“${written}”`);
}

interface ChoiceProps extends Props {
  reader: NumberReader;
}

/** A list of all countries, with the number as it would be in the chosen one. Starts with the country of the browser's language. */
function CountryChoice({ reader, numbers, onAnswer }: ChoiceProps) {
  const countries = reader.countries(language());
  const region = new Intl.Locale(browserLanguage()).maximize().region ?? '';
  const [country, setCountry] = useState(countries.some((each) => each.country === region) ? region : 'BR');
  const answer = reader.answerOf(numbers, country);
  // With a known country, the answer is an exception: it does not change the country of later numbers.
  const hasKnownCountry = numbers.some((each) => each.number !== null || each.country !== null);
  const name = countries.find((each) => each.country === country)?.name ?? country;
  return (
    <div class="number-country">
      <label for="number-country">{t('country_label')}</label>
      <select
        id="number-country"
        class="control"
        value={country}
        aria-describedby="number-question-title number-country-note"
        onChange={(event) => setCountry(event.currentTarget.value)}
      >
        {countries.map((each) => (
          <option key={each.country} value={each.country}>
            {t('country_option', each.name, each.callingCode)}
          </option>
        ))}
      </select>
      <p id="number-country-note" class="small" aria-live="polite">
        {answer ? '' : t('number_not_there', name)}
      </p>
      {answer && (
        <button
          type="button"
          class="button primary"
          onClick={() => onAnswer(answer.numbers, answer.formatted, hasKnownCountry ? null : country)}
        >
          {t('number_use', answer.formatted)}
        </button>
      )}
    </div>
  );
}
