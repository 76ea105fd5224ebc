import './outcome-region.css';
import { useEffect } from 'preact/hooks';
import { Icon } from '../ui/icon';
import { lazyComponent } from '../ui/lazy-component';
import { countryName } from '../words/country-name';
import { t } from '../words/t';
import { isMoving } from './is-moving';
import type { PopupState } from './popup-state';

/** Loads the notes, which are not needed before something is sent. */
const loadNotes = () => import('./outcome-notes');
const SettledNote = lazyComponent(async () => (await loadNotes()).SettledNote);
const ListNote = lazyComponent(async () => (await loadNotes()).ListNote);
const FailedNote = lazyComponent(async () => (await loadNotes()).FailedNote);

/**
 * Shows the outcome of the last gesture. Both live regions are always in the page: screen readers miss the first words
 * of a region that is added together with them.
 */
export function OutcomeRegion({ state }: { state: PopupState }) {
  const { requests, trouble, keptCountry, busy, buildKey } = state;
  const request = requests.followed.value;
  const list = requests.followedList.value;
  const settled = request && !isMoving(request) ? request : null;
  // The failure of an earlier try no longer matters once the request is cancelled or replaced.
  const outcome = settled?.state === 'cancelled' || settled?.state === 'replaced' ? null : settled?.outcome;
  const failed = outcome && outcome.kind !== 'accepted' ? outcome : null;
  const isBusy = busy.value !== null;
  // The notes are there when the outcome comes.
  useEffect(() => {
    if (isBusy) void loadNotes();
  }, [isBusy]);
  return (
    <div class="outcome">
      <div role="status">
        {settled && !failed && <SettledNote request={settled} />}
        {list && !list.isMoving && <ListNote list={list} />}
        {keptCountry.value && (
          <div class="note">
            <Icon name="check" />
            <p>{t('country_kept', countryName(keptCountry.value))}</p>
          </div>
        )}
      </div>
      <div role="alert">
        {trouble.value && (
          <div class="note failed">
            <Icon name="alert" />
            <p>{t(trouble.value)}</p>
          </div>
        )}
        {settled && failed && <FailedNote request={settled} failure={failed} onBuildKey={() => buildKey(settled)} />}
      </div>
    </div>
  );
}
