import type { AccountBook, AccountView } from '../../accounts/account';
import { readBook, readDays, readSavedAccounts, rememberDays, type SavedAccounts } from '../../accounts/account-store';
import { createCredentialCheck } from '../../accounts/credentials';
import { isNewOffer } from '../../accounts/offer-account';
import { afterCallsLeft } from '../../platform/lifecycle';
import { withLock } from '../../platform/locks';
import type { Days } from '../../providers';
import type { Queue } from '../queue/queue';
import type { Wish } from '../queue/request';
import { isAsShown, type Shown } from './as-shown';
import type { PlanItem } from './plan';
import { type FormPlan, type PlanSources, planForm } from './plan-form';
import type { PopupForm } from './popup-form';
import type { Question } from './question';

/** The input of a gesture: a form that has to be planned, or wishes that are complete. */
export type PinInput =
  | {
      form: PopupForm;
      /** The plan that the user saw before the press; null for a gesture outside the popup, which shows no plan. */
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

/** The only functions with which a gesture makes requests on disk. */
export interface PinRequester {
  /** Plans a form and sends nothing. @param savedAccounts the accounts, if they are being read already */
  planForm(form: PopupForm, savedAccounts?: Promise<SavedAccounts>): Promise<FormPlan>;
  /**
   * Plans what a gesture asks for, refuses credentials, writes the requests and remembers the duration. Writes all of
   * the requests, or none if it returns a question. Throws only before anything is written.
   */
  requestPins(input: PinInput): Promise<Requested>;
}

/** Creates the functions that every gesture calls. */
export function createPinRequester({ queue, requestQueries }: Services): PinRequester {
  /** Returns complete wishes, or the question that the form leaves open. */
  async function wishesOf(input: PinInput, savedAccounts: Promise<SavedAccounts>): Promise<readonly Wish[] | Question> {
    if ('wishes' in input) return input.wishes;
    const { form, shown } = input;
    const { days } = form;
    const [plan, daysOf] = await Promise.all([
      planForm(form, savedAccounts, requestQueries),
      days === null ? readDays() : () => days,
    ]);
    if (plan.question) return plan.question;
    if (!(shown ? isAsShown(shown, plan) : isClear(plan))) return 'review';
    return plan.wanted.flatMap((item) => (item.ok ? [wishOf(item, form.action, daysOf(item.account))] : []));
  }

  return {
    planForm: (form, savedAccounts = readSavedAccounts()) => planForm(form, savedAccounts, requestQueries),
    async requestPins(input) {
      // The accounts are read once, for the plan and for the check of the wishes.
      const savedAccounts = readSavedAccounts();
      const wishes = await wishesOf(input, savedAccounts);
      if (typeof wishes === 'string') return { kind: 'asked', question: wishes };
      const refused = positionsIn((await savedAccounts).book, wishes);
      if (refused.length > 0) return { kind: 'asked', question: 'credential', refused };
      const run = 'run' in input ? input.run : '';
      const write = () => queue.enqueue(wishes, run);
      // Only one batch of a run is written at a time, so that a gesture made meanwhile waits for one batch at most.
      const ids = await (run === '' ? write() : withLock('hand over', write));
      if (run === '') await afterCallsLeft();
      // The requests are on disk: an error from here on must not look as if they were not.
      if ('form' in input && input.form.action === 'pin') {
        await rememberDays(Object.fromEntries(wishes.map(({ accountId, days }) => [accountId, days]))).catch(() => {});
      }
      return { kind: 'enqueued', ids };
    },
  };
}

/** Returns the positions of the wishes that hold credentials. */
export const positionsOfCredentials = async (wishes: readonly Wish[]): Promise<number[]> =>
  positionsIn(await readBook(), wishes);

/** Returns the positions of the wishes that hold credentials of these accounts, or unsaved ones. */
function positionsIn(book: AccountBook, wishes: readonly Wish[]): number[] {
  const holdsCredentials = createCredentialCheck(book);
  const savedNames = new Set(book.accounts.map(({ name }) => name));
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

function wishOf({ account, address, chat }: PlannedMessage, action: PopupForm['action'], days: Days): Wish {
  const { id: accountId, name: accountName, providerId } = account;
  return { accountId, accountName, providerId, action, days, address, ...(chat && { chatFrom: chat.from }) };
}

/** An item that is ready to be sent. */
type PlannedMessage = Extract<PlanItem<AccountView>, { ok: true }>;
