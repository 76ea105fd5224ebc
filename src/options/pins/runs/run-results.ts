import type { RequestView } from '../../../pins/queue/request-view';
import type { Run } from '../../../pins/queue/run';
import { worker } from '../../../ui/worker';
import { describeRequest } from '../../../words/describe-request';
import { t } from '../../../words/t';
import { csvLine } from '../../csv-line';

/** The maximum number of requests in one answer of the worker. */
const pageLength = 500;

/**
 * Yields the requests of a run in the order in which they were created, page by page. Throws if the worker does not
 * answer.
 * @param start the sequence number after which the first page begins
 */
export async function* resultPages(runId: string, start = 0): AsyncGenerator<RequestView[]> {
  for (let after = start; ; ) {
    const reply = await worker('run results', { id: runId, after, count: pageLength });
    if (!reply.ok) throw new Error('The worker did not answer.');
    const last = reply.answer.at(-1);
    if (last) yield reply.answer;
    if (!last || reply.answer.length < pageLength) return;
    after = last.sequence;
  }
}

/** Column names are English in every language: the file is read by other programs, and by Pushpin again. */
const columns = ['message', 'chat', 'account', 'action', 'days', 'state', 'result', 'receipt', 'asked at', 'ended at'];

/** Writes all requests of a run as lines of a CSV file. */
export async function resultLines({ id }: Run): Promise<string[]> {
  const lines = [csvLine(columns)];
  for await (const page of resultPages(id)) lines.push(...page.map(resultLine));
  return lines;
}

const isoTime = (ms: number | null): string => (ms === null ? '' : new Date(ms).toISOString());

/** Writes one request as a line of a CSV file. */
export function resultLine(request: RequestView): string {
  const { address, accountName, action, days, state, outcome, createdAt, settledAt, provider } = request;
  const receipt = outcome?.kind === 'accepted' ? outcome.receipt : null;
  return csvLine([
    address.messageId,
    address.chat ?? '',
    accountName,
    action,
    action === 'pin' ? String(days) : '',
    state === 'settled' && outcome ? outcome.kind : state,
    t(...describeRequest(request, provider)),
    receipt ? `${receipt.name} ${receipt.value}` : '',
    isoTime(createdAt),
    isoTime(settledAt),
  ]);
}
