import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AccountView } from '../../../../src/accounts/account.ts';
import { createAddMany } from '../../../../src/options/pins/add-many/create-add-many.ts';
import type { Numbered, ReaderOrder, ReaderReport } from '../../../../src/options/pins/add-many/reading/reader.ts';
import { createReader } from '../../../../src/options/pins/add-many/reading/reader.ts';
import { createFakeWorker } from '../../../fake-worker.ts';
import { makeZApiTarget } from '../../../pins/make-target.ts';

vi.mock('../../../../src/platform/browser', () => import('../../../fake-browser.ts'));

/** A thread whose reports arrive when the test says so. */
class FakeThread extends EventTarget {
  static all: FakeThread[] = [];
  readonly orders: Numbered<ReaderOrder>[] = [];
  isTerminated = false;
  private readonly reader = createReader();
  constructor() {
    super();
    FakeThread.all.push(this);
  }
  postMessage(order: Numbered<ReaderOrder>): void {
    this.orders.push(structuredClone(order));
  }
  terminate(): void {
    this.isTerminated = true;
  }
  /** Works on the oldest open order, and returns its reports. */
  async work(): Promise<Numbered<ReaderReport>[]> {
    const next = this.orders.shift();
    const reports: Numbered<ReaderReport>[] = [];
    if (next) {
      const { order, message } = next;
      await this.reader.answer(message, (report) => void reports.push({ order, message: structuredClone(report) }));
    }
    return reports;
  }
  deliver(reports: readonly Numbered<ReaderReport>[]): void {
    for (const data of reports) this.dispatchEvent(new MessageEvent('message', { data }));
  }
  /** Works on all orders, also on those that its reports lead to. */
  async finish(): Promise<void> {
    while (this.orders.length > 0) this.deliver(await this.work());
  }
}

const idOf = (number: number): string => `3EB0${number.toString(16).toUpperCase().padStart(16, '0')}`;
const keyOf = (number: number): string => `true_5511987654321@c.us_${idOf(number)}`;
/** One row with a chat, two without. */
const text = [idOf(6), idOf(7), keyOf(8)].join('\n');
const settings = { language: null };

let accounts = signal<AccountView[]>([]);
beforeEach(() => {
  FakeThread.all = [];
  accounts = signal([makeZApiTarget({ number: null })]);
  vi.stubGlobal('Worker', FakeThread);
});
afterEach(() => void vi.unstubAllGlobals());

function openAddMany() {
  const worker = createFakeWorker();
  const state = createAddMany(accounts, () => {});
  state.open();
  const [thread] = FakeThread.all;
  if (!thread) throw new Error('No thread was started.');
  const answerCountry = (country: string | null) =>
    worker.unanswered('preferences')[0]?.answer({ ...settings, country }) ?? Promise.resolve();
  return { state, thread, answerCountry };
}

const countsOf = ({ state }: Pick<ReturnType<typeof openAddMany>, 'state'>) => {
  const { ready, problems } = state.review.counts.value;
  return [state.step.value, state.isBusy.value, ready, problems];
};

describe('the review of a pasted text', () => {
  /** The events around a read, in every order in which they can happen. */
  const events = {
    country: ({ answerCountry }: ReturnType<typeof openAddMany>) => answerCountry('BR'),
    accounts: async () => {
      accounts.value = [...accounts.value];
    },
    report: async ({ thread }: ReturnType<typeof openAddMany>) => thread.deliver(await thread.work()),
  };
  const orders = permutations(Object.keys(events) as (keyof typeof events)[]);

  it.each(orders.map((order) => [order.join(', '), order] as const))(
    'the review of a pasted text shows its rows whatever comes first: %s',
    async (_name, order) => {
      const page = openAddMany();
      page.state.read(text, '');
      for (const event of order) await events[event](page);
      await page.thread.finish();
      expect(countsOf(page)).toEqual(['review', false, 1, 2]);
      expect(page.state.countries.value).toEqual(['BR']);
    },
  );

  it.each(orders.map((order) => [order.join(', '), order] as const))(
    'the review shows its rows when reading begins after other events: %s',
    async (_name, order) => {
      const page = openAddMany();
      for (const event of order) {
        if (event === 'report') page.state.read(text, '');
        await events[event](page);
      }
      await page.thread.finish();
      expect(countsOf(page)).toEqual(['review', false, 1, 2]);
    },
  );

  it('the reports of a plan are dropped when the choices change before they arrive', async () => {
    const page = openAddMany();
    page.state.read(text, '');
    await page.thread.finish();
    page.state.setChoices({ chat: '+1 202 555 0123' });
    const late = await page.thread.work();
    page.state.setChoices({ chat: '+55 11 98765-4399' });
    page.thread.deliver(late);
    expect(page.state.isBusy.value).toBe(true);
    await page.thread.finish();
    expect(page.state.review.rows.value.map(({ chat }) => chat?.slice(0, 5))).toEqual(['55119', '55119', '55119']);
  });

  it('another chat is planned once, and another action not at all', async () => {
    const page = openAddMany();
    page.state.read(text, '');
    await page.thread.finish();
    page.state.setChoices({ action: 'unpin' });
    expect(page.thread.orders).toHaveLength(0);
    page.state.setChoices({ chat: '+55 11 98765-4399' });
    expect(page.thread.orders.map(({ message }) => message.kind)).toEqual(['plan']);
  });
});

describe('a table that is left while it is read again', () => {
  const table = `message,chat\n${idOf(1)},5511987654321\n${idOf(2)},5511987654322`;

  async function leaveTable() {
    const page = openAddMany();
    page.state.read(table, '');
    await page.thread.finish();
    page.state.setRole(1, 'unused');
    page.state.setRole(1, 'chat');
    const late = await page.thread.work();
    page.state.open();
    return { page, late };
  }

  it('a table that is left while it is read again does not come back with its reports', async () => {
    const { page, late } = await leaveTable();
    expect(page.thread.isTerminated).toBe(true);
    page.thread.deliver(late);
    expect([page.state.step.value, page.state.review.rows.value, page.state.isBusy.value]).toEqual(['open', [], false]);
    expect(page.thread.orders).toEqual([]);
  });

  it('a table that is left while it is read again does not replace the rows of the next source', async () => {
    const { page } = await leaveTable();
    page.state.read(text, '');
    const [, next] = FakeThread.all;
    expect(FakeThread.all).toHaveLength(2);
    await next?.finish();
    expect(countsOf(page)).toEqual(['review', false, 1, 2]);
  });
});

it('a table is read again after a read that was under way when another role was chosen', async () => {
  const page = openAddMany();
  page.state.read(`message,chat\n${idOf(1)},5511987654321`, '');
  await page.thread.finish();
  page.state.setRole(1, 'unused');
  page.state.setRole(1, 'chat');
  await page.thread.finish();
  expect(page.state.columns.value?.map(({ role }) => role)).toEqual(['message', 'chat']);
  expect(countsOf(page)).toEqual(['review', false, 1, 0]);
});

it('a thread that fails ends the reading, and another one is started for the next source', async () => {
  const page = openAddMany();
  page.state.read(text, '');
  page.thread.dispatchEvent(new Event('error'));
  expect([page.state.step.value, page.state.readResult.value.stopped]).toEqual(['review', 'unreadable']);
  page.state.open();
  page.state.read(text, '');
  await FakeThread.all[1]?.finish();
  expect(countsOf(page)).toEqual(['review', false, 1, 2]);
});

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, index) =>
    permutations([...items.slice(0, index), ...items.slice(index + 1)]).map((others) => [item, ...others]),
  );
}
