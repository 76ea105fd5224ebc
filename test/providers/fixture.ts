import type {
  Address,
  AddressQuestion,
  Credentials,
  Days,
  HttpAnswer,
  HttpRequest,
  Receipt,
} from '../../src/providers/index.ts';
import type { Chat, Reference } from '../../src/references/index.ts';

/** One message, and the requests for it exactly as the provider documents them. */
export interface DocumentedMessage {
  reference: Reference;
  pin: Readonly<Record<Days, HttpRequest>>;
  /** After a pin of 7 days. */
  unpin: HttpRequest;
}

/** What the contract tests need to know about a provider. All values come from the provider's documentation. */
export interface Fixture {
  /** A valid value for every field. */
  credentials: Credentials;
  messages: { 'a private chat': DocumentedMessage; 'a group': DocumentedMessage };
  /** The documented answer to a pin, and the receipt that it contains; null if it contains none. */
  accepted: { answer: HttpAnswer; receipt: Receipt | null };
  /** Tells whether an answer meets the documented condition for success. */
  mayBeAccepted(answer: HttpAnswer): boolean;
  /** For a chat of each kind, a complete reference and its address. */
  chats: Readonly<Record<Chat['kind'], { reference: Reference; address: Address | AddressQuestion }>>;
  /** Texts that users paste from the provider's documentation and panel, and the fields that each fills in. */
  pasted: readonly { what: string; text: string; credentials: Credentials }[];
}

/** Makes an answer as the platform returns it. A body that is not a text is written as JSON. */
export const answer = (status: number, body: unknown = '', headers: Record<string, string> = {}): HttpAnswer => ({
  status,
  headers,
  body: typeof body === 'string' ? body : JSON.stringify(body),
  sentAt: 0,
  receivedAt: 0,
});
