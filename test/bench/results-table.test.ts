import { describe, expect, it } from 'vitest';
import { makeResult, makeResults } from './make-result.ts';
import { asMarkdown, asText } from './results-table.ts';

const { limit: _, ...shownOnly } = makeResult({
  name: 'options',
  unit: 'kB',
  rounds: 1,
  work: 226.4,
  beside: 11.34,
  ratio: 19.96,
});
const results = {
  ...makeResults(makeResult(), makeResult({ name: 'workers running', ratio: 1.5, work: 15 }), shownOnly),
  shortfalls: [{ row: 1, comparison: 'workers running', upTo: 1.6, reason: 'The floor is 1.4.' }],
};

describe('the results of the bench', () => {
  it('are a Markdown table, in which work and beside are named once for each row', () => {
    expect(asMarkdown(results)).toBe(`| # | Work | Beside | Measured | Ratio | To reach |
| --- | --- | --- | --- | --- | --- |
| 1 | Popup opened | an empty page | workers stopped: 12 ms beside 10 ms | 1.2 × (1.1 – 1.3) | ≤ 1.25 × |
|  |  |  | workers running: 15 ms beside 10 ms | 1.5 × (1.1 – 1.3) | ≤ 1.25 ×, not reached |
|  |  |  | options: 226 kB beside 11.3 kB | 20 × | – |

Commit abc1234, 2026-01-31, on 2 cores (Fast CPU), 8 GB, Linux 6, Node 20.20.2, Chromium 156.0.

Limits that are not reached:

- Row 1, workers running: The floor is 1.4.`);
  });

  it('are lines below the title of their row on a terminal', () => {
    expect(asText(results)).toBe(`1  Popup opened, beside an empty page
   workers stopped: 12 ms beside 10 ms  1.2 × (1.1 – 1.3)  ≤ 1.25 ×
   workers running: 15 ms beside 10 ms  1.5 × (1.1 – 1.3)  ≤ 1.25 ×, not reached
   options: 226 kB beside 11.3 kB       20 ×               –`);
  });
});
