import type { AccountView } from '../../accounts/account';
import { daysOf, readBook, rememberDays } from '../../accounts/account-store';
import { createCredentialCheck } from '../../accounts/credentials';
import { isNewOffer } from '../../accounts/offer-account';
import { withLock } from '../../platform/locks';
import type { Queue } from '../queue/queue';
import type { Wish } from '../queue/request';
import { isAsShown, type Shown } from './as-shown';
import type { PlanItem } from './plan';
import { type FormPlan, type PlanSources, planForm } from './plan-form';
import type { PopupForm } from './popup-form';
import type { Question } from './question';

/** What a gesture asks for: a form that has to be planned, or wishes that are complete. */
export type PinInput =
  | {
      form: PopupForm;
      /** What the user saw before the press; null for a gesture outside the popup, which shows no plan. */
      shown: Shown | null;
    }
  | {
      /** Rows of Add many, or what an earlier request asked for. */
      wishes: readonly Wish[];
      /** The run that the requests belong to; empty for none. */
      run: string;
    };

/** The ids of the requests that were written, or the question that has to be answered before any is. */
export type Requested =
  | { kind: 'enqueued'; ids: string[] }
  | {
      kind: 'asked';
      question: Question;
      /** Positions of the wishes that hold credentials. */
      refused?: number[];
    };

/** The services that `requestPins` is wired to. */
interface Services {
  queue: Pick<Queue, 'enqueue'>;
  requestQueries: PlanSources;
}

/** The only way from a gesture to requests on disk. */
export interface PinRequester {
  /** Plans a form and sends nothing. */
  planForm(form: PopupForm): Promise<FormPlan>;
  /**
   * Plans what a gesture asks for, refuses credentials, writes the requests and remembers the duration. Writes all of
   * the requests or, if it asks a question, none. Throws only before anything is written.
   */
  requestPins(input: PinInput): Promise<Requested>;
}

/** Creates the functions that every gesture calls. */
export function createPinRequester({ queue, requestQueries }: Services): PinRequester {
  const planOf = (form: PopupForm): Promise<FormPlan> => planForm(form, requestQueries);

  /** Returns complete wishes, or the question that the form leaves open. */
  async function wishesOf(input: PinInput): Promise<readonly Wish[] | Question> {
    if ('wishes' in input) return input.wishes;
    const { form, shown } = input;
    const plan = await planOf(form);
    if (plan.question) return plan.question;
    if (!(shown ? isAsShown(shown, plan) : isClear(plan))) return 'review';
    return Promise.all(plan.wanted.flatMap((item) => (item.ok ? [wishOf(item, form)] : [])));
  }

  return {
    planForm: planOf,
    async requestPins(input) {
      const wishes = await wishesOf(input);
      if (typeof wishes === 'string') return { kind: 'asked', question: wishes };
      const refused = await positionsOfCredentials(wishes);
      if (refused.length > 0) return { kind: 'asked', question: 'credential', refused };
      const run = 'run' in input ? input.run : '';
      const write = () => queue.enqueue(wishes, run);
      // Only one batch of a run is written at a time, so that a gesture made meanwhile waits for one batch at most.
      const ids = await (run === '' ? write() : withLock('hand over', write));
      // The requests are on disk: an error from here on must not look as if they were not.
      if ('form' in input && input.form.action === 'pin') await rememberDuration(wishes).catch(() => {});
      return { kind: 'enqueued', ids };
    },
  };
}

/** Returns the positions of the wishes that hold credentials. */
export async function positionsOfCredentials(wishes: readonly Wish[]): Promise<number[]> {
  const savedAccounts = await readBook();
  const holdsCredentials = createCredentialCheck(savedAccounts);
  const savedNames = new Set(savedAccounts.accounts.map(({ name }) => name));
  // Checks all texts of a wish that are written to disk. An earlier request that is passed as a wish has more fields,
  // but they are not written.
  const isRefused = ({ accountId, accountName, address, undoes }: Wish): boolean =>
    holdsCredentials(JSON.stringify([accountId, address, undoes])) ||
    (!savedNames.has(accountName) && holdsCredentials(accountName));
  return wishes.flatMap((wish, position) => (isRefused(wish) ? [position] : []));
}

/**
 * Returns whether a plan can be sent without being shown: it holds a single message, and the text does not hold the
 * credentials of an unsaved account, which may be the one that is meant.
 */
const isClear = ({ wanted, offer }: FormPlan): boolean => wanted.length === 1 && !isNewOffer(offer);

async function wishOf({ account, address, chat }: PlannedMessage, { action, days }: PopupForm): Promise<Wish> {
  const { id: accountId, name: accountName, providerId } = account;
  return {
    accountId,
    accountName,
    providerId,
    action,
    days: days ?? (await daysOf(account)),
    address,
    ...(chat && { chatFrom: chat.from }),
  };
}

/** An item that is ready to be sent. */
type PlannedMessage = Extract<PlanItem<AccountView>, { ok: true }>;

/** Remembers the duration for each account that a message is pinned through. */
async function rememberDuration(wishes: readonly Wish[]): Promise<void> {
  const daysByAccount = new Map(wishes.map(({ accountId, days }) => [accountId, days]));
  for (const [accountId, days] of daysByAccount) await rememberDays(accountId, days);
}
