import { isFilledIn } from '../pins/plan/chat-source';
import { isUnsent } from '../pins/queue/request-states';
import type { RequestView } from '../pins/queue/request-view';
import { openOptions } from '../platform/action-button';
import { now } from '../platform/clock';
import type { Failure } from '../providers/contract/outcome';
import { FailureNote } from '../ui/failure-note';
import { Icon } from '../ui/icon';
import { chatWithReason } from '../words/chat-name';
import { describeWait } from '../words/describe';
import { describeRequest } from '../words/describe-request';
import { describeTime } from '../words/describe-time';
import { language, plural, t } from '../words/t';
import type { FollowedList } from './followed-list';

/** The outcome of one request that was accepted, is waiting, or will not be sent. */
export function SettledNote({ request }: { request: RequestView }) {
  if (request.outcome?.kind !== 'accepted') return <Unsent request={request} />;
  return (
    <div class="note">
      <Icon name="check" />
      <div class="note-body">
        <Receipt request={request} />
      </div>
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

/** The outcome of several requests. */
export function ListNote({ list }: { list: FollowedList }) {
  return (
    <div class="note">
      <Icon name="check" />
      <div class="note-body">
        <Summary list={list} />
      </div>
    </div>
  );
}

function Summary({ list: { totalCount, acceptedCount, waitingCount, accountNames } }: { list: FollowedList }) {
  const names = listFormat.format(accountNames);
  return (
    <p>
      {acceptedCount === totalCount
        ? t(...plural('summary_accepted', totalCount, names))
        : t('summary_mixed', String(acceptedCount), String(totalCount), names)}
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

/** The failure of one request, with the buttons that help. */
export function FailedNote({ request, failure, onBuildKey }: FailedProps) {
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
