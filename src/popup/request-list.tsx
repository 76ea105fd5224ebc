import './request-list.css';
import type { RequestView } from '../pins/queue/request-view';
import { useKeptFocus } from '../ui/use-kept-focus';
import { t } from '../words/t';
import { type RequestGestures, RequestItem } from './request-item';

interface Props extends RequestGestures {
  requests: readonly RequestView[];
  /** The request whose failure is shown elsewhere on the screen. */
  explained: RequestView | null;
}

/** The latest requests, newest first, each with buttons to undo, cancel or repeat the request. */
export function RequestList({ requests, explained, ...gestures }: Props) {
  const keptFocus = useKeptFocus();
  return (
    <section class="latest" aria-labelledby="latest-title" {...keptFocus}>
      <h2 id="latest-title">{t('latest_title')}</h2>
      {requests.length === 0 ? (
        <p class="soft small">{t('latest_none')}</p>
      ) : (
        <ul class="requests" tabIndex={-1}>
          {requests.map((request) => (
            <RequestItem key={request.id} request={request} isExplained={explained?.id === request.id} {...gestures} />
          ))}
        </ul>
      )}
    </section>
  );
}
