import type {
  Address,
  AddressQuestion,
  Credentials,
  Days,
  HttpAnswer,
  HttpRequest,
} from '../../src/providers/index.ts';
import type { Chat, Reference } from '../../src/references/index.ts';

/** One message, and the requests for it exactly as the provider documents them. */
export interface DocumentedMessage {
  reference: Reference;
  pin: Readonly<Record<Days, HttpRequest>>;
  /** After a pin of 7 days. */
  unpin: HttpRequest;
}

/** What the contract needs to know of a provider; all of it from the provider's documents. */
export interface Fixture {
  /** Every field, valid. */
  credentials: Credentials;
  messages: { 'a private chat': DocumentedMessage; 'a group': DocumentedMessage };
  /** The documented answer to a pin, and what is shown of it. */
  accepted: { answer: HttpAnswer; receipt: { name: string; value: string } };
  /** The documented condition for "accepted". */
  mayBeAccepted(answer: HttpAnswer): boolean;
  /** What becomes of the same complete reference in a chat of each kind. */
  chats: Readonly<Record<Chat['kind'], { reference: Reference; address: Address | AddressQuestion }>>;
  /** What users paste from the provider's documents and consoles, and the fields that it fills. */
  pasted: readonly { what: string; text: string; credentials: Credentials }[];
}

/** A header block and a body, as the platform hands them over. */
export const answer = (status: number, body: unknown = '', headers: Record<string, string> = {}): HttpAnswer => ({
  status,
  headers,
  body: typeof body === 'string' ? body : JSON.stringify(body),
  sentAt: 0,
  receivedAt: 0,
});
