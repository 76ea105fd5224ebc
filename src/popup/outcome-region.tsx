import type { RequestView } from '../pins/request-view';
import { openOptions } from '../platform/toolbar';
import { language, t } from '../platform/words';
import type { Failure } from '../providers/contract/outcome';
import { FailureNote } from '../ui/failure-note';
import { Icon } from '../ui/icon';
import type { PopupState } from './popup-state';

/** Says what came of the last gesture. Both live regions are always there, else screen readers miss the first words. */
export function OutcomeRegion({ state }: { state: PopupState }) {
  const { requests, trouble, buildKey } = state;
  const { followed } = requests;
  const [first, ...others] = followed.value;
  const settled = first && followed.value.every(({ state }) => state === 'settled');
  const failed =
    settled && others.length === 0 && first.outcome && first.outcome.kind !== 'accepted' ? first.outcome : null;
  return (
    <div class="outcome">
      <div role="status">{settled && !failed && <Accepted requests={followed.value} />}</div>
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

function Accepted({ requests }: { requests: readonly RequestView[] }) {
  const [first, ...others] = requests;
  if (!first) return null;
  return (
    <div class="note">
      <Icon name="check" />
      <div class="note-body">{others.length > 0 ? <Summary requests={requests} /> : <Receipt request={first} />}</div>
    </div>
  );
}

function Receipt({ request: { outcome, at, accountName } }: { request: RequestView }) {
  const { label } = at;
  const receipt = outcome?.kind === 'accepted' ? outcome.receipt : null;
  return (
    <>
      <p>{receipt ? t('accepted_receipt', label, receipt.name, receipt.value) : t('accepted', label)}</p>
      <p class="small soft">{t('accepted_in', accountName)}</p>
    </>
  );
}

function Summary({ requests }: { requests: readonly RequestView[] }) {
  const accepted = requests.filter(({ outcome }) => outcome?.kind === 'accepted').length;
  const all = String(requests.length);
  const names = inWords.format(new Set(requests.map(({ accountName }) => accountName)));
  return (
    <p>
      {accepted === requests.length
        ? t('summary_accepted', all, names)
        : t('summary_mixed', String(accepted), all, names)}
    </p>
  );
}

const inWords = new Intl.ListFormat(language());

interface FailedProps {
  request: RequestView;
  failure: Failure;
  onBuildKey(): void;
}

function Failed({ request, failure, onBuildKey }: FailedProps) {
  const atAccount = failure.kind === 'unauthorized' || failure.reason === 'permission';
  return (
    <FailureNote failure={failure} whose={request}>
      {atAccount && (
        <button type="button" class="button quiet" onClick={() => openOptions(`#edit=${request.accountId}`)}>
          {t('open_account_button')}
        </button>
      )}
      {failure.reason === 'not-listed' && (
        <button type="button" class="button quiet" onClick={onBuildKey}>
          {t('by_hand_button')}
        </button>
      )}
    </FailureNote>
  );
}
