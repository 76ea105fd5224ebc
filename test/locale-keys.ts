import { columnRoles } from '../src/options/pins/add-many/reading/column-roles.ts';
import { cellProblems } from '../src/options/pins/add-many/reading/row.ts';
import { questions } from '../src/pins/plan/question.ts';
import { gateReasons } from '../src/pins/queue/account-gate.ts';
import { requestStates } from '../src/pins/queue/request-states.ts';
import { waits } from '../src/pins/queue/request-view.ts';
import { addressQuestions, durations, type Provider, reasons } from '../src/providers/index.ts';

const actions = ['pin', 'unpin'];
const key = (...names: readonly (string | number)[]): string => names.join('_').replaceAll('-', '_');

/** The keys that the words of one provider are found by: CredentialField in src/providers/contract/provider.ts. */
const fieldKeys = ({ id, fields }: Provider): string[] =>
  fields.flatMap(({ name, problems }) => [
    key(id, name),
    key(id, name, 'help'),
    ...problems.map((problem) => key(id, name, problem)),
  ]);

const choiceKeys = ({ id, choices }: Provider, ...names: string[]): string[] =>
  choices ? names.map((name) => key(id, choices.field, name)) : [];

const reasonKeys = ({ id, unauthorizedReasons }: Provider): string[] =>
  unauthorizedReasons.map((reason) => key(id, 'unauthorized', reason));

/** Every key that belongs to one provider. */
export const providerKeys = (provider: Provider): string[] => [
  ...fieldKeys(provider),
  ...choiceKeys(provider, 'load', 'loading', 'found', 'none'),
  ...reasonKeys(provider),
];

const outcomeKeys = Object.entries(reasons).flatMap(([kind, all]) => all.map((reason) => key('outcome', kind, reason)));

/** Returns every call of `keyOf` in `src`, by its arguments as they are written there, with the keys that it can make. */
export const conventions = (registry: readonly Provider[]): Readonly<Record<string, readonly string[]>> => ({
  "'outcome', kind, reason": outcomeKeys,
  'provider.id, kind, reason': registry.flatMap(reasonKeys),
  "provider.value.id, field, 'load'": registry.flatMap((provider) => choiceKeys(provider, 'load')),
  "provider.value.id, field, 'loading'": registry.flatMap((provider) => choiceKeys(provider, 'loading')),
  "provider.value.id, field, 'found'": registry.flatMap((provider) => choiceKeys(provider, 'found')),
  "provider.value.id, field, 'none'": registry.flatMap((provider) => choiceKeys(provider, 'none')),
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
  "action, 'of'": ['now', 'cancel', 'again', 'undo', 'pin-again'].map((of) => key(of, 'of')),
  "'health', reason": gateReasons.map((reason) => key('health', reason)),
  "'wait', wait.reason": [...gateReasons, ...waits].map((reason) => key('wait', reason)),
  "'question', currentQuestion": questions.map((question) => key('question', question)),
  "'question', question ?? 'message-unread'": questions.map((question) => key('question', question)),
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
  "'days', String(undoOffer.days)": durations.map((days) => key('days', days)),
  "action, 'busy'": actions.map((action) => key(action, 'busy')),
  "action, 'button'": [...actions, 'now', 'cancel', 'again', 'undo', 'pin-again'].map((action) =>
    key(action, 'button'),
  ),
  "'default_chat', problemsNow.defaultChat": ['format', 'country'].map((problem) => key('default_chat', problem)),
  'field, problem': ['required', 'taken'].map((problem) => key('name', problem)),
  'providerId, name': registry.flatMap(fieldKeys),
  'provider.value.id, name': registry.flatMap(fieldKeys),
  "provider.value.id, name, 'help'": registry.flatMap(fieldKeys),
  'provider.value.id, name, problem': registry.flatMap(fieldKeys),
});

/** Returns every key that such a call can make, once. */
export const conventionKeys = (registry: readonly Provider[]): string[] => [
  ...new Set(Object.values(conventions(registry)).flat()),
];
