import { useEffect, useState } from 'preact/hooks';
import { onChange } from '../../platform/changes';
import { Field } from '../../ui/field';
import { Icon } from '../../ui/icon';
import { loadNumberReader, type NumberReader } from '../../ui/reading-numbers';
import { worker } from '../../ui/worker';
import { language, type MessageKey, t } from '../../words/t';
import { describeWorkerError } from '../../words/worker-error';

/** The settings for all accounts. */
export function Settings() {
  const [country, setCountry] = useState<string | null>(null);
  const [reader, setReader] = useState<NumberReader | null>(null);
  const [isSaved, setIsSaved] = useState(false);
  const [errorKey, setErrorKey] = useState<MessageKey | null>(null);

  async function load(): Promise<void> {
    const reply = await worker('preferences', {});
    if (reply.ok) setCountry(reply.answer.country);
    else setErrorKey(describeWorkerError(reply.detail));
  }

  async function choose(chosen: string | null): Promise<void> {
    setCountry(chosen);
    const reply = await worker('set country', { country: chosen });
    setIsSaved(reply.ok);
    setErrorKey(reply.ok ? null : describeWorkerError(reply.detail));
  }

  useEffect(() => {
    const unmounted = new AbortController();
    void loadNumberReader().then(setReader);
    void load();
    onChange((subject) => {
      if (subject === 'settings') void load();
    }, unmounted.signal);
    return () => unmounted.abort();
  }, []);

  return (
    <>
      <div class="title">
        <h1>{t('settings_title')}</h1>
      </div>
      {errorKey && (
        <p role="alert" class="note failed">
          <Icon name="alert" />
          {t(errorKey)}
        </p>
      )}
      <section class="card settings">
        <Field id="country" label={t('settings_country')} help={t('settings_country_help')}>
          {(control) => (
            <select
              {...control}
              class="control"
              value={country ?? ''}
              onChange={(event) => choose(event.currentTarget.value || null)}
            >
              <option value="">{t('settings_country_none')}</option>
              {reader?.countries(language()).map((each) => (
                <option key={each.country} value={each.country}>
                  {t('country_option', each.name, each.callingCode)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <p role="status" class="help">
          {isSaved && t('settings_kept')}
        </p>
      </section>
    </>
  );
}
