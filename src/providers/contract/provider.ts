import type { Alias, Reference } from '../../references';
import type { Call } from './http-call';
import type { ChatPage, MessagePage } from './lists';
import type { Failure, Outcome } from './outcome';

/** The durations for which WhatsApp can keep a pin, in days. Source: docs/providers.md "What WhatsApp itself does". */
export const durations = [1, 7, 30] as const;
export type Days = (typeof durations)[number];

/** The values of an account's credential fields, by field name. */
export type Credentials<Name extends string = string> = Readonly<Record<Name, string>>;

/**
 * One credential field. Its texts are in `_locales`: `<provider>_<field>` is the label, `<provider>_<field>_help` says
 * where to find the value, and `<provider>_<field>_<problem>` explains a problem. Dashes are written as underscores.
 */
export interface CredentialField<Name extends string = string> {
  name: Name;
  /** A secret is write-only: after saving, pages see only its last four characters. */
  secret: boolean;
  required: boolean;
  /** Removes what people type or paste around the value, such as spaces and the punctuation of a phone number. */
  clean(input: string): string;
  /** The problems that `problem` can return. */
  problems: readonly string[];
  /**
   * Returns what is wrong with a cleaned, non-empty value, or null.
   * @param all the values of all fields, as far as they are known
   */
  problem(value: string, all: Partial<Credentials<Name>>): string | null;
}

/** A message and its chat, in the provider's own spelling. */
export interface Address {
  messageId: string;
  chat: string | null;
  /** Other names that the text has for the message or its chat. */
  aliases?: readonly Alias[] | undefined;
}

/** The reasons why a reference cannot be sent to a provider as it is. Each has a sentence `question_<question>` in `_locales`. */
export const addressQuestions = ['chat-missing', 'chat-not-pinnable', 'id-elsewhere'] as const;
export type AddressQuestion = (typeof addressQuestions)[number];

/** The sender of a message whose key is built by hand, as the user enters it; null for a part that is not entered yet. */
export interface Sender {
  fromMe: boolean | null;
  /** The number that sent the message, as typed. */
  author: string | null;
}

/** The parts that may be missing to build a key by hand. Each has a sentence `question_<question>` in `_locales`. */
export const senderQuestions = ['sender-missing', 'author-missing', 'author-unread'] as const;
export type SenderQuestion = (typeof senderQuestions)[number];

/** The WhatsApp number of an account, and its name. Null for a part that the provider does not give. */
export interface Identity {
  /** Name and number, for people. */
  displayName: string | null;
  /** The number as digits. */
  number: string | null;
}

/** The result of checking an account's credentials. */
export type Connection = ({ kind: 'connected' } & Identity) | { kind: 'disconnected'; detail: string | null } | Failure;

/** A value that the provider offers for a field. */
export interface Choice {
  value: string;
  label: string;
}

/**
 * The record of one provider: all that Pushpin knows about it. The account form, the checks, the permissions and the
 * contract tests follow from this record, and nothing outside the provider's folder depends on which provider it is.
 */
export interface Provider<Name extends string = string> {
  /** The name of the provider's folder. It is stored with accounts and requests, so it never changes. */
  id: string;
  label: string;
  /** The origin of the API. The manifest's `host_permissions` and its content security policy name the same origin. */
  origin: string;
  /** The address of the documentation of the pin call. */
  docs: string;
  /** The address where users find their credentials. */
  panel: string;
  fields: readonly CredentialField<Name>[];
  /** Reasons for `unauthorized` that only this provider gives. Each has a sentence `<provider>_unauthorized_<reason>`. */
  unauthorizedReasons: readonly string[];
  /**
   * Matches the paths and headers that hold this provider's credentials, so that a text with them is never sent as a
   * message. The header `Authorization` is known for every provider and need not be matched.
   */
  credentialSign?: RegExp;
  /** Reads the fields from a pasted API address or curl command; null if the text is neither. */
  readPasted(text: string): Partial<Credentials<Name>> | null;
  /** Returns the address of a message, or what has to be asked first. */
  address(reference: Reference): Address | AddressQuestion;
  /** Tells whether the whole key of the message has to be looked up in its chat before it can be pinned or unpinned. */
  needsKey?(address: Address): boolean;
  /**
   * Builds the whole key of a message by hand, if it could not be looked up.
   * @param names the values that identify the account, its number among them
   */
  composeKey?(address: Address, sender: Sender, names: readonly string[]): Address | SenderQuestion;
  pin(credentials: Credentials<Name>, address: Address, days: Days): Call<Outcome>;
  /** Takes the days of the pin too, because some providers document them as required for unpin. */
  unpin(credentials: Credentials<Name>, address: Address, days: Days): Call<Outcome>;
  /** Checks the credentials without changing anything. */
  check(credentials: Credentials<Name>): Call<Connection>;
  /** Asks for the number of the account, if the answer to `check` does not contain the number. */
  identify?(credentials: Credentials<Name>): Call<Identity>;
  /**
   * Lists the chats of the account, page by page.
   * @param page the `next` of the page before; null for the first page
   */
  listChats(credentials: Credentials<Name>, page: number | null): Call<ChatPage | Failure>;
  /**
   * Lists the messages of a chat, the latest first. Absent if the provider has no such list.
   * @param chat a JID
   * @param page the `next` of the page before; null for the first page
   * @param count the messages on a page
   */
  listMessages?(
    credentials: Credentials<Name>,
    chat: string,
    page: number | null,
    count: number,
  ): Call<MessagePage | Failure>;
  /**
   * Values that the provider offers for one field. The texts are `<provider>_<field>_load` (a button), `_loading`,
   * `_found` (with a count) and `_none`.
   */
  choices?: {
    field: Name;
    /** The fields that must be filled in before the values can be requested. */
    needs: readonly Name[];
    list(credentials: Credentials<Name>): Call<Choice[] | Failure>;
  };
}

/**
 * Checks a record against the names of its own fields, then returns it as a `Provider` like any other. Adds the aliases
 * of the reference to every address.
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
