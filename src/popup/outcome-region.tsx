import './outcome-region.css';
import { isFilledIn } from '../pins/plan/chat-source';
import { isUnsent } from '../pins/queue/request-states';
import type { RequestView } from '../pins/queue/request-view';
import { openOptions } from '../platform/action-button';
import { now } from '../platform/clock';
import type { Failure } from '../providers/contract/outcome';
import { FailureNote } from '../ui/failure-note';
import { Icon } from '../ui/icon';
import { chatWithReason } from '../words/chat-name';
import { countryName } from '../words/country-name';
import { describeRequest, describeWait } from '../words/describe';
import { describeTime } from '../words/describe-time';
import { language, plural, t } from '../words/t';
import type { PopupState } from './popup-state';
import { isMoving } from './requests';

/**
 * Shows the outcome of the last gesture. Both live regions are always in the page: screen readers miss the first words
 * of a region that is added together with them.
 */
export function OutcomeRegion({ state }: { state: PopupState }) {
  const { requests, trouble, keptCountry, buildKey } = state;
  const { followed } = requests;
  const [first, ...others] = followed.value;
  const isSettled = first && !followed.value.some(isMoving);
  // The failure of an earlier try no longer matters once the request is cancelled or replaced.
  const isDropped = first?.state === 'cancelled' || first?.state === 'replaced';
  const outcome = isSettled && others.length === 0 && !isDropped ? first.outcome : null;
  const failed = outcome?.kind === 'accepted' ? null : outcome;
  return (
    <div class="outcome">
      <div role="status">
        {isSettled && !failed && <Outcome requests={followed.value} />}
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
        {first && failed && <Failed request={first} failure={failed} onBuildKey={() => buildKey(first)} />}
      </div>
    </div>
  );
}

function Outcome({ requests }: { requests: readonly RequestView[] }) {
  const [first, ...others] = requests;
  if (!first) return null;
  if (others.length === 0 && first.outcome?.kind !== 'accepted') return <Unsent request={first} />;
  return (
    <div class="note">
      <Icon name="check" />
      <div class="note-body">{others.length > 0 ? <Summary requests={requests} /> : <Receipt request={first} />}</div>
    </div>
  );
}

/** Explains why a request waits, or that it will not be sent. */
function Unsent({ request }: { request: RequestView }) {
  const isWaiting = isUnsent(request);
  const words = describeWait(request) ?? describeRequest(request, request.provider);
  return (
    <div class="note caution">
      <Icon name={isWaiting ? 'clock' : 'slash'} />
      <div class="note-body">
        <p>{t(...words)}</p>
        {isWaiting && <OpenAccount request={request} />}
      </div>
    </div>
  );
}

/** A button that opens the account, if the user has to change something there. */
function OpenAccount({ request: { outcome, wait, accountId } }: { request: RequestView }) {
  const failure = outcome?.kind === 'accepted' ? null : outcome;
  const isRefused = failure?.kind === 'unauthorized' || [failure?.reason, wait?.reason].includes('permission');
  if (!isRefused && wait?.reason !== 'unauthorized') return null;
  return (
    <button type="button" class="button quiet" onClick={() => openOptions(`#edit=${accountId}`)}>
      {t('open_account_button')}
    </button>
  );
}

function Receipt({ request }: { request: RequestView }) {
  const { outcome, provider, accountName, address, chatFrom, pinnedUntil } = request;
  const { label } = provider;
  // A chat that was filled in is named, because the user has not entered it for this message.
  const chat = isFilledIn(chatFrom) ? chatWithReason(address.chat, chatFrom) : null;
  const receipt = outcome?.kind === 'accepted' ? outcome.receipt : null;
  return (
    <>
      <p>{receipt ? t('accepted_receipt', label, receipt.name, receipt.value) : t('accepted', label)}</p>
      <p class="small soft">
        {chat === null ? t('accepted_in', accountName) : t('accepted_in_chat', accountName, chat)}
        {pinnedUntil !== null && ` ${t('pin_until', describeTime(pinnedUntil, now()))}.`}
      </p>
    </>
  );
}

function Summary({ requests }: { requests: readonly RequestView[] }) {
  const acceptedCount = requests.filter(({ outcome }) => outcome?.kind === 'accepted').length;
  const waitingCount = requests.filter(isUnsent).length;
  const names = listFormat.format(new Set(requests.map(({ accountName }) => accountName)));
  return (
    <p>
      {acceptedCount === requests.length
        ? t(...plural('summary_accepted', requests.length, names))
        : t('summary_mixed', String(acceptedCount), String(requests.length), names)}
      {waitingCount > 0 && ` ${t('summary_waiting', String(waitingCount))}`}
    </p>
  );
}

const listFormat = new Intl.ListFormat(language());

interface FailedProps {
  request: RequestView;
  failure: Failure;
  onBuildKey(): void;
}

function Failed({ request, failure, onBuildKey }: FailedProps) {
  const wait = describeWait(request);
  return (
    // While the request waits, the sentence below contains the time of the next try.
    <FailureNote failure={wait ? { ...failure, until: null } : failure} context={request}>
      {wait && <p>{t(...wait)}</p>}
      <OpenAccount request={request} />
      {failure.reason === 'not-listed' && (
        <button type="button" class="button quiet" onClick={onBuildKey}>
          {t('by_hand_button')}
        </button>
      )}
    </FailureNote>
  );
}
