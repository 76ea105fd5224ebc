import { columnRoles } from '../src/options/pins/add-many/reading/column-roles.ts';
import { cellProblems } from '../src/options/pins/add-many/reading/row.ts';
import { questions } from '../src/pins/plan/plan.ts';
import { gateReasons } from '../src/pins/queue/account-gate.ts';
import { requestStates } from '../src/pins/queue/request-states.ts';
import { waits } from '../src/pins/queue/request-view.ts';
import { addressQuestions, durations, type Provider, reasons } from '../src/providers/index.ts';

const actions = ['pin', 'unpin'];
const key = (...names: readonly (string | number)[]): string => names.join('_').replaceAll('-', '_');

/** The keys that the words of one provider are found by: CredentialField in src/providers/contract/provider.ts. */
export const providerKeys = ({ id, fields }: Provider): string[] =>
  fields.flatMap(({ name, problems }) => [
    key(id, name),
    key(id, name, 'help'),
    ...problems.map((problem) => key(id, name, problem)),
  ]);

const outcomeKeys = Object.entries(reasons).flatMap(([kind, all]) => all.map((reason) => key('outcome', kind, reason)));

/** Every call of `keyOf` in `src`, as it is written there, and the keys that it can make. */
export const conventions = (registry: readonly Provider[]): Readonly<Record<string, readonly string[]>> => ({
  "'outcome', kind, reason": outcomeKeys,
  "'request', state, action": ['queued', 'sending', 'cancelled', 'replaced'].flatMap((state) =>
    actions.map((action) => key('request', state, action)),
  ),
  "'request', 'accepted_in', action": actions.map((action) => key('request', 'accepted_in', action)),
  "'request', 'accepted', action": actions.map((action) => key('request', 'accepted', action)),
  "'state', state": [
    ...requestStates.filter((state) => state !== 'settled'),
    'undone',
    'accepted',
    ...Object.keys(reasons),
  ].map((state) => key('state', state)),
  "of, 'of'": ['now', 'cancel', 'again', 'undo', 'pin-again'].map((of) => key(of, 'of')),
  "of, 'button'": ['now', 'cancel', 'again', 'undo', 'pin-again'].map((of) => key(of, 'button')),
  "'health', reason": gateReasons.map((reason) => key('health', reason)),
  "'wait', wait.why": [...gateReasons, ...waits].map((why) => key('wait', why)),
  "'question', asked": questions.map((question) => key('question', question)),
  "'question', asked ?? 'message-unread'": questions.map((question) => key('question', question)),
  "'question', item.question": questions.map((question) => key('question', question)),
  "'missing', question": [...addressQuestions, 'account-missing', 'chat-unread', 'chat-country'].map((question) =>
    key('missing', question),
  ),
  "'missing', problem": [
    ...[...addressQuestions, ...cellProblems, 'account-missing', 'chat-country'],
    ...['message-unread', 'message-possible', 'credential'],
  ].map((problem) => key('missing', problem)),
  "'column', each": columnRoles.map((role) => key('column', role)),
  "'column', role": columnRoles.map((role) => key('column', role)),
  "'help', role": columnRoles.filter((role) => role !== 'unused').map((role) => key('help', role)),
  "'bulk_stop', stopped": ['size', 'count', 'binary', 'unreadable'].map((stop) => key('bulk_stop', stop)),
  "'run', stageOf(run)": ['loading', 'running', 'paused', 'cancelled', 'done'].map((stage) => key('run', stage)),
  "each, 'button'": actions.map((action) => key(action, 'button')),
  "'days', String(each)": durations.map((days) => key('days', days)),
  "row.action ?? choices.action, 'button'": actions.map((action) => key(action, 'button')),
  "'days', String(row.days ?? choices.days)": durations.map((days) => key('days', days)),
  "'days', String(days)": durations.map((days) => key('days', days)),
  "'days', String(wayBack.days)": durations.map((days) => key('days', days)),
  "action, 'busy'": actions.map((action) => key(action, 'busy')),
  "action, 'button'": actions.map((action) => key(action, 'button')),
  "action, 'many_button'": actions.map((action) => key(action, 'many_button')),
  "'default_chat', problemsNow.defaultChat": ['format', 'country'].map((problem) => key('default_chat', problem)),
  'field, problem': ['required', 'taken'].map((problem) => key('name', problem)),
  'providerId, name': registry.flatMap(providerKeys),
  'provider.value.id, name': registry.flatMap(providerKeys),
  "provider.value.id, name, 'help'": registry.flatMap(providerKeys),
  'provider.value.id, name, problem': registry.flatMap(providerKeys),
});

/** Every key that is made of names, once. */
export const conventionKeys = (registry: readonly Provider[]): string[] => [
  ...new Set(Object.values(conventions(registry)).flat()),
];
