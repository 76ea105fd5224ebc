import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type SubmitProgress, submitRun } from '../../../../src/options/pins/add-many/submit-run.ts';
import { browser } from '../../../fake-browser.ts';

vi.mock('../../../../src/platform/browser', () => import('../../../fake-browser.ts'));

interface Sent {
  intent: string;
  input: { wishes: { address: { messageId: string } }[]; state?: string };
}
/** The stored requests, and the number of batches after which storing fails. */
const worker = {
  stored: [] as string[],
  intents: [] as string[],
  fails: Number.POSITIVE_INFINITY,
  secret: 'secret',
  /** Whether `check rows` recognizes the secret. */
  isKnown: true,
  busy: Promise.resolve(),
};
let progress: SubmitProgress[] = [];
let refused: number[] = [];

beforeEach(() => {
  Object.assign(worker, { stored: [], intents: [], fails: Number.POSITIVE_INFINITY, isKnown: true });
  progress = [];
  refused = [];
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(async (message) => {
    const { intent, input } = message as Sent;
    if (intent !== 'check rows') worker.intents.push(input.state ?? intent);
    if (intent === 'start run') return { ok: true, answer: 'run' };
    if (intent === 'set run') return { ok: true };
    const ids = input.wishes.map(({ address }) => address.messageId);
    const places = [...ids.keys()].filter((index) => ids[index] === worker.secret);
    if (intent === 'check rows') return { ok: true, answer: worker.isKnown ? places : [] };
    // Transactions run one after the other, and take some time.
    worker.busy = worker.busy.then(() => new Promise((resolve) => setTimeout(resolve, 5)));
    await worker.busy;
    worker.fails -= 1;
    if (worker.fails < 0) return { ok: false, code: 'failed', detail: 'QuotaExceededError' };
    if (places.length === 0) worker.stored.push(...ids);
    return { ok: true, answer: places };
  });
});

const rows = (count: number) => Array.from({ length: count }, (_, index) => index);
const submit = (count: number, from: SubmitProgress, secretAt = -1) =>
  submitRun(
    {
      name: 'august.csv',
      rows: rows(count),
      wishOf: (index) => ({
        ...({ accountId: 'support', accountName: 'Support', providerId: 'z-api', action: 'pin', days: 7 } as const),
        address: { messageId: index === secretAt ? worker.secret : String(index), chat: null },
      }),
      onCredentials: (places) => void refused.push(...places),
      onProgress: (now) => void progress.push(now),
    },
    from,
  );
const nothing: SubmitProgress = { runId: null, doneCount: 0 };

describe('submitting a run', () => {
  it('all rows are submitted in batches, then the run is started', async () => {
    expect(await submit(1_000, nothing)).toBe(true);
    expect(worker.intents).toEqual(['start run', 'add to run', 'add to run', 'add to run', 'running']);
    expect(worker.stored).toEqual(rows(1_000).map(String));
    expect(progress.at(-1)).toEqual({ runId: 'run', doneCount: 1_000 });
  });

  it('submitting stops where the worker cannot store, starts nothing, and continues from there', async () => {
    worker.fails = 1;
    expect(await submit(1_000, nothing)).toBe(false);
    expect(worker.intents).not.toContain('running');
    const stoppedAt = progress.at(-1);
    expect(stoppedAt).toEqual({ runId: 'run', doneCount: 400 });
    worker.fails = Number.POSITIVE_INFINITY;
    expect(await submit(1_000, stoppedAt ?? nothing)).toBe(true);
    expect(worker.stored).toEqual(rows(1_000).map(String));
    expect(worker.intents.filter((intent) => intent === 'start run')).toHaveLength(1);
  });

  it.each([7, 450])(
    'a row with a credential is left out, and the others keep their order: row %d',
    async (secretAt) => {
      expect(await submit(500, nothing, secretAt)).toBe(true);
      expect(refused).toEqual([secretAt]);
      const others = rows(500).filter((index) => index !== secretAt);
      expect(worker.stored).toEqual(others.map(String));
      expect(progress.at(-1)).toEqual({ runId: 'run', doneCount: 500 });
    },
  );

  it('submitting stops at a row that contains a credential by now, and leaves it out when it continues', async () => {
    worker.isKnown = false;
    expect(await submit(500, nothing, 450)).toBe(false);
    expect(worker.intents).not.toContain('running');
    expect(progress.at(-1)).toEqual({ runId: 'run', doneCount: 400 });
    worker.isKnown = true;
    expect(await submit(500, progress.at(-1) ?? nothing, 450)).toBe(true);
    expect(refused).toEqual([450]);
    expect(worker.stored).toEqual(
      rows(500)
        .filter((index) => index !== 450)
        .map(String),
    );
  });

  it('no run is created where the rows cannot be checked', async () => {
    vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(async (message) => {
      worker.intents.push((message as Sent).intent);
      return { ok: false, code: 'failed', detail: 'worker' };
    });
    expect(await submit(500, nothing)).toBe(false);
    expect(worker.intents).toEqual(['check rows']);
  });
});
