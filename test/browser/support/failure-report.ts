import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { TestError } from 'vitest';
import type { Simulator } from '../../simulator/index.ts';
import { maskText } from '../../simulator/masking.ts';
import { workerState } from './database.ts';
import type { Pushpin } from './pushpin.ts';

/** Max characters shown of each page's text. */
const maxPageText = 2_000;
/** A page or a worker that does not answer must not keep the report back. */
const answerTimeoutMs = 3_000;

const inTime = <T>(answer: Promise<T>, instead: T): Promise<T> =>
  Promise.race([answer.catch(() => instead), sleep(answerTimeoutMs, instead)]);

/** Runs inside a page: its text, then its fields with their values. The values of password fields are left out. */
function textAndFields(): string {
  const fields = [...document.querySelectorAll('input:not([type=password]), textarea, select')].map((element) => {
    const field = element as HTMLInputElement;
    const checked = ['radio', 'checkbox'].includes(field.type) ? ` ${field.checked ? 'checked' : 'not checked'}` : '';
    return `${field.labels?.[0]?.textContent ?? field.name}: ${JSON.stringify(field.value)}${checked}`;
  });
  const focused = document.activeElement;
  return [document.body.innerText, ...fields, `Focus: ${focused?.tagName} ${focused?.id}`].join('\n');
}

async function describePage(page: Page): Promise<string> {
  const text = await inTime(page.evaluate(textAndFields), '(the page does not answer)');
  return `  ${page.url()}\n    ${text.slice(0, maxPageText).replace(/\s*\n\s*/g, '\n    ')}`;
}

async function describeWorker(pushpin: Pushpin): Promise<string> {
  if (!(await pushpin.isWorkerRunning())) return '  stopped';
  const worker = await inTime(pushpin.worker(), null);
  return `  running, ${worker ? await inTime(worker.evaluate(workerState), 'but it does not answer') : 'not answering'}`;
}

const describeCall = ({ method, path, status, violation }: Simulator['received'][number]): string =>
  `  ${method} ${path} → ${status ?? 'no answer'}${violation === null ? '' : ` (violation: ${violation})`}`;

/** Describes what a failed test left behind: the pages with their text, the received calls and the service worker. */
export async function describeFailure(pushpin: Pushpin, simulator: Simulator): Promise<string> {
  const [, ...pages] = pushpin.context.pages();
  const [worker, ...texts] = await Promise.all([describeWorker(pushpin), ...pages.map(describePage)]);
  const calls = simulator.received.map(describeCall);
  return [
    ...['Pages:', ...(texts.length > 0 ? texts : ['  none'])],
    ...['Calls that the simulator received:', ...(calls.length > 0 ? calls : ['  none'])],
    ...['Service worker:', worker],
  ].join('\n');
}

/** Adds a report to the first error of a test, and masks the demo accounts' secrets in all that Vitest prints of them. */
export function addReport(errors: TestError[] = [], report = ''): void {
  const [first] = errors;
  if (first) first.message += `\n\n${report}`;
  for (const error of errors) {
    for (const [name, value] of Object.entries(error)) {
      if (typeof value === 'string') Object.assign(error, { [name]: maskText(value, []) });
    }
  }
}
