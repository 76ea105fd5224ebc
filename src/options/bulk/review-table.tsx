import { useState } from 'preact/hooks';
import { chatName } from '../../pins/chat-name';
import { t } from '../../platform/words';
import type { Days } from '../../providers/contract/provider';
import { problemWords } from './problem-words';
import type { ReviewRow } from './review-row';
import type { Choices, ReviewState } from './review-state';

/** The height of a row, in px, as in bulk.css. */
const rowHeight = 36;
/** How many rows are in view, and how many more are drawn above and below. */
const lines = { inView: 11, beside: 10 };
/** Rows that come into view take the places of those that left it: drawing them anew would take longer. */
const drawnAtMost = lines.inView + 2 * lines.beside;

interface Props {
  review: ReviewState;
  choices: Choices;
}

/** The rows under review. Of a hundred thousand only those around the view are drawn. */
export function ReviewTable({ review, choices }: Props) {
  const { rows, shown, counts, onlyProblems, filter, takeAll } = review;
  const [top, setTop] = useState(0);
  const { ready, left } = counts.value;
  const places = shown.value;
  const count = places?.length ?? rows.value.length;
  const first = Math.max(0, Math.min(top, count - lines.inView) - lines.beside);
  const end = Math.min(count, first + drawnAtMost);
  const words = wordsOfCells();
  const drawn = Array.from({ length: end - first }, (_, index) => places?.[first + index] ?? first + index);

  return (
    <div class="review">
      <div class="review-tools">
        <label class="check">
          <input
            type="checkbox"
            checked={left === 0 && ready > 0}
            onChange={(event) => takeAll(event.currentTarget.checked)}
          />
          {t('review_all')}
        </label>
        <label class="check">
          <input
            type="checkbox"
            checked={onlyProblems.value}
            onChange={(event) => filter(event.currentTarget.checked)}
          />
          {t('review_filter')}
        </label>
      </div>
      <section
        class="review-scroll"
        aria-label={t('review_rows')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by keyboard.
        tabIndex={0}
        onScroll={(event) => setTop(Math.floor(event.currentTarget.scrollTop / rowHeight))}
      >
        <table aria-labelledby="review-title" aria-rowcount={count + 1}>
          <thead>
            <tr aria-rowindex={1}>
              {heads().map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty row has no focus. */}
            <tr aria-hidden="true" style={{ height: `${first * rowHeight}px` }} />
            {drawn.map((place, index) => {
              const row = rows.value[place];
              return (
                row && (
                  <Row
                    key={(first + index) % drawnAtMost}
                    row={row}
                    at={first + index}
                    taken={review.isTaken(place)}
                    choices={choices}
                    words={words}
                    onToggle={() => review.toggle(place)}
                  />
                )
              );
            })}
            {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty row has no focus. */}
            <tr aria-hidden="true" style={{ height: `${(count - end) * rowHeight}px` }} />
          </tbody>
        </table>
      </section>
    </div>
  );
}

const heads = () => [
  ...[t('review_row'), t('message_label'), t('chat_label'), t('account_label')],
  ...[t('review_action_label'), t('review_duration'), t('review_problem')],
];

/** The words that many cells have, looked up once. */
const wordsOfCells = () => ({
  action: { pin: t('pin_button'), unpin: t('unpin_button') },
  days: { 1: t('days_1'), 7: t('days_7'), 30: t('days_30') } satisfies Record<Days, string>,
});

interface RowProps {
  row: ReviewRow;
  at: number;
  taken: boolean;
  choices: Choices;
  words: ReturnType<typeof wordsOfCells>;
  onToggle(): void;
}

function Row({ row, at, taken, choices, words, onToggle }: RowProps) {
  const { line, message, chat, account, address, problem } = row;
  const action = row.action ?? choices.action;
  const days = action === 'pin' ? words.days[row.days ?? choices.days] : '';
  const cells = [message, chatName(chat) ?? '', account, words.action[action], days];
  // A cell that cannot be read is shown as it is.
  if (row.unread.action) cells[3] = row.unread.action.said;
  if (row.unread.duration) cells[4] = row.unread.duration.said;
  const wrong = problem && !taken ? problemWords(row) : '';
  return (
    <tr aria-rowindex={at + 2} class={taken ? '' : 'out'}>
      <td>
        <label class="check">
          <input
            type="checkbox"
            aria-label={t('review_take', message || String(line))}
            checked={taken}
            disabled={!address}
            onChange={onToggle}
          />
          {line.toLocaleString()}
        </label>
      </td>
      {cells.map((text, column) => (
        <td key={column} title={text} class={column === 0 ? 'mono' : ''}>
          {text}
        </td>
      ))}
      <td title={wrong} class={wrong ? 'wrong' : ''}>
        {wrong}
      </td>
    </tr>
  );
}
