import type { Provider } from './contract/provider';
import periskope from './periskope/index';
import zApi from './z-api/index';

export type { Call, HttpAnswer, HttpRequest } from './contract/http-call';
export type { ChatEntry, ChatPage, MessageEntry, MessagePage } from './contract/lists';
export { type Failure, failure, type Outcome, type Receipt, reasons } from './contract/outcome';
export { isSoundOutcome, outcomeKinds, outcomeSchema } from './contract/outcome-schema';
export {
  type Address,
  type AddressQuestion,
  addressQuestions,
  type Choice,
  type Connection,
  type CredentialField,
  type Credentials,
  type Days,
  durations,
  type Provider,
  type Sender,
  senderQuestions,
} from './contract/provider';
export { type ProviderView, viewOfProvider } from './contract/provider-view';
export { type RateReading, readRate } from './contract/rate-reading';

/** All providers, in the order in which the account form lists them. */
export const providers: readonly Provider[] = [zApi, periskope];

/** Returns the record of a provider. Throws for an unknown id, which is a defect, because ids are validated on input. */
export function providerOf(id: string): Provider {
  const provider = providers.find((candidate) => candidate.id === id);
  if (!provider) throw new Error(`No provider "${id}"`);
  return provider;
}

/** Matches the header in which most APIs expect credentials. */
const credentialHeader = /\bauthorization\s{0,3}:|\bbearer\s/i;

/** Tells whether a text has a path or a header that holds credentials, of any provider. */
export const looksLikeCredentials = (text: string): boolean =>
  credentialHeader.test(text) || providers.some(({ credentialSign }) => credentialSign?.test(text));
