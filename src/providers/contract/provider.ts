import type { Alias, Reference } from '../../references';
import type { Call } from './http-call';
import type { ChatPage, MessagePage } from './lists';
import type { Failure, Outcome } from './outcome';

/** How long WhatsApp keeps a pin: it knows three durations, here in days. Source: docs/providers.md "What WhatsApp itself does". */
export const durations = [1, 7, 30] as const;
export type Days = (typeof durations)[number];

/** The values of an account's credential fields, by field name. */
export type Credentials<Name extends string = string> = Readonly<Record<Name, string>>;

/**
 * One credential field. Its words are found by name in `_locales`: `<provider>_<field>` is the label,
 * `…_help` says where to find the value, `…_<problem>` explains each problem (a dash becomes an underscore).
 */
export interface CredentialField<Name extends string = string> {
  name: Name;
  /** A secret is write-only: after saving, pages only see its last four characters. */
  secret: boolean;
  required: boolean;
  /** Cleans what was typed or pasted: spaces, a phone's marks. */
  clean(typed: string): string;
  /** Problems that `problem` can name. */
  problems: readonly string[];
  /** What is wrong with a cleaned, non-empty value, or null. `all` holds the other fields, as far as known. */
  problem(value: string, all: Partial<Credentials<Name>>): string | null;
}

/** Where a request goes, in the provider's own spelling. */
export interface Address {
  messageId: string;
  chat: string | null;
  /** What else the text called the message or its chat. */
  aliases?: readonly Alias[] | undefined;
}

/** Why a reference cannot be sent to a provider as it is. Each has a sentence in `_locales`. */
export const addressQuestions = ['chat-missing', 'chat-not-pinnable', 'id-elsewhere'] as const;
export type AddressQuestion = (typeof addressQuestions)[number];

/** What the user says of a message whose key has to be built by hand; null is what is not said yet. */
export interface Sender {
  fromMe: boolean | null;
  /** The number that sent it, as typed. */
  author: string | null;
}

/** What is missing of that. Each has a question in `_locales`. */
export const senderQuestions = ['sender-missing', 'author-missing', 'author-unread'] as const;
export type SenderQuestion = (typeof senderQuestions)[number];

/** Whose number answers: `as` for people, `number` as digits; null where the provider does not say. */
export interface Identity {
  as: string | null;
  number: string | null;
}

/** What a credential check found. */
export type Connection = ({ kind: 'connected' } & Identity) | { kind: 'disconnected'; detail: string | null } | Failure;

/** A value that a field can take, fetched from the provider. */
export interface Choice {
  value: string;
  label: string;
}

/** All that Pushpin knows of one provider. Everything else (form, checks, permissions, tests) follows from it. */
export interface Provider<Name extends string = string> {
  /** Stored with accounts and requests: never changes. */
  id: string;
  label: string;
  /** Origin of the API; the manifest's host_permissions and CSP name it too. */
  origin: string;
  /** The documentation of the pin call. */
  docs: string;
  /** Where users find their credentials. */
  panel: string;
  fields: readonly CredentialField<Name>[];
  /** Reasons for `unauthorized` that only this provider gives. Each has a sentence `<provider>_unauthorized_<reason>`. */
  unauthorizedReasons: readonly string[];
  /**
   * Matches what stands beside this provider's credentials in a text: a path or a header that holds them. The headers
   * that every API has (`Authorization`) are known without it.
   */
  credentialSign?: RegExp;
  /** What a pasted API address or curl command says about the fields, or null where it is neither. */
  readPasted(text: string): Partial<Credentials<Name>> | null;
  address(reference: Reference): Address | AddressQuestion;
  /** Whether the message has to be looked up in its chat first, because pin and unpin want its whole key. */
  needsKey?(address: Address): boolean;
  /** Builds that key by hand, the last resort. `names`: what the account is called, its number among them. */
  composeKey?(address: Address, sender: Sender, names: readonly string[]): Address | SenderQuestion;
  pin(credentials: Credentials<Name>, address: Address, days: Days): Call<Outcome>;
  /** `days` as they were asked for: some documents want them on unpin too. */
  unpin(credentials: Credentials<Name>, address: Address, days: Days): Call<Outcome>;
  /** Tells whether the credentials work, without changing anything. */
  check(credentials: Credentials<Name>): Call<Connection>;
  /** A second question, where `check` cannot tell whose number it is. */
  identify?(credentials: Credentials<Name>): Call<Identity>;
  /** The chats of the account, page by page. `page`: the `next` of the page before, null for the first. */
  listChats(credentials: Credentials<Name>, page: number | null): Call<ChatPage | Failure>;
  /** The messages of a chat (a JID), the latest first, `count` a page; absent where the provider has no such list. */
  listMessages?(
    credentials: Credentials<Name>,
    chat: string,
    page: number | null,
    count: number,
  ): Call<MessagePage | Failure>;
  /** Values for one field, fetched with the others. */
  choices?: {
    field: Name;
    /** The fields that must be filled in before asking. */
    needs: readonly Name[];
    list(credentials: Credentials<Name>): Call<Choice[] | Failure>;
  };
}

/**
 * Checks a record's types by its own field names, then forgets them: the registry holds all alike. The other names of a
 * message go along with its address, whatever the provider.
 */
export function defineProvider<const Name extends string>(provider: Provider<Name>): Provider {
  return {
    ...provider,
    address(reference) {
      const address = provider.address(reference);
      return typeof address === 'string' || !reference.aliases ? address : { ...address, aliases: reference.aliases };
    },
  };
}
