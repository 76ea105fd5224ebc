import * as v from 'valibot';
import type { Reference } from '../../references';
import { readChat } from '../../references';
import type { HttpAnswer } from '../contract/http-call';
import type { Failure, Outcome } from '../contract/outcome';
import {
  type Address,
  type AddressQuestion,
  type Choice,
  type Connection,
  type Credentials,
  defineProvider,
  type Sender,
  type SenderQuestion,
} from '../contract/provider';
import { json, unclear } from '../contract/read-answer';
import { pastedHeader } from '../contract/read-curl';
import { call, type Field, origin, readFailure, traceOf } from './call';
import { listChats, listMessages } from './list-calls';

const phoneId = /^phone-[a-z0-9]{4,40}$/;
const phoneNumber = /^[1-9]\d{7,14}$/;

/** A phone in the answers of `GET /v1/phones` and `/v1/phones/all`. Source: docs/providers.md "Periskope" [DOC/RUN]. */
const phoneSchema = v.object({
  org_phone: v.string(),
  phone_name: v.nullish(v.string()),
  wa_state: v.nullish(v.string()),
  is_ready: v.nullish(v.boolean()),
});
type Phone = v.InferOutput<typeof phoneSchema>;

/**
 * Pin and unpin take the whole key, verbatim, or a queue_id, but no bare id. A bare id with its chat is returned as it is, so
 * that its key can be looked up (`needsKey`).
 * Source: docs/providers.md "Periskope".
 */
function address({ messageId, serialized, form, chat: referenceChat }: Reference): Address | AddressQuestion {
  if (form === 'uuid') return { messageId, chat: null };
  const written = serialized?.split('_')[1] ?? referenceChat;
  const chat = written === null ? null : readChat(written);
  if (chat?.kind === 'newsletter' || chat?.kind === 'broadcast') return 'chat-not-pinnable';
  if (serialized !== null) return { messageId: serialized, chat: written };
  return chat ? { messageId, chat: chat.jid } : 'chat-missing';
}

/**
 * Builds `true|false_<chat>_<id>`, and `_<author>` after it for a group. The author of the account's own messages is the
 * account's number. Source: docs/providers.md "Periskope".
 */
function composeKey(
  { messageId, chat }: Address,
  { fromMe, author }: Sender,
  names: readonly string[],
): Address | SenderQuestion {
  if (fromMe === null) return 'sender-missing';
  const key = `${fromMe}_${chat}_${messageId}`;
  if (!chat?.endsWith('@g.us')) return { messageId: key, chat };
  const written = (fromMe && names.find((name) => phoneNumber.test(name))) || author?.trim();
  if (!written) return 'author-missing';
  const authorChat = readChat(written);
  return authorChat?.kind === 'person' || authorChat?.kind === 'lid'
    ? { messageId: `${key}_${authorChat.jid}`, chat }
    : 'author-unread';
}

const pinCall = (credentials: Credentials<Field>, address: Address, body: { pin: boolean; time?: number }) =>
  call(
    credentials,
    { method: 'POST', path: `message/${encodeURIComponent(address.messageId)}/pin`, body: JSON.stringify(body) },
    readOutcome,
  );

function readOutcome(answer: HttpAnswer): Outcome {
  if (answer.status === 204) {
    const trace = traceOf(answer);
    return { kind: 'accepted', receipt: trace ? { name: 'trace', value: trace } : null };
  }
  const failure = readFailure(answer);
  return failure.reason === 'unreadable' ? unclear(answer, failure) : failure;
}

const numberOf = (phone: Phone): string => phone.org_phone.replace(/@.*$/, '');
const titleOf = (phone: Phone): string => [phone.phone_name, `+${numberOf(phone)}`].filter(Boolean).join(' · ');

function readPhone(answer: HttpAnswer): Connection {
  const phone = v.safeParse(phoneSchema, json(answer));
  if (answer.status !== 200 || !phone.success) return readFailure(answer);
  const { wa_state: state, is_ready: isReady } = phone.output;
  return state === 'CONNECTED' && isReady !== false
    ? { kind: 'connected', displayName: titleOf(phone.output), number: numberOf(phone.output) }
    : { kind: 'disconnected', detail: state ?? null };
}

function readPhones(answer: HttpAnswer): Choice[] | Failure {
  const phones = v.safeParse(v.array(phoneSchema), json(answer));
  if (answer.status !== 200 || !phones.success) return readFailure(answer);
  return phones.output.map((phone) => ({ value: numberOf(phone), label: titleOf(phone) }));
}

/** Periskope, https://docs.periskope.app/api-reference/message/pin-message */
export default defineProvider<Field>({
  id: 'periskope',
  label: 'Periskope',
  origin,
  docs: 'https://docs.periskope.app/api-reference/message/pin-message',
  panel: 'https://console.periskope.app/settings/api',
  fields: [
    {
      name: 'apiKey',
      secret: true,
      required: true,
      clean: (input) =>
        input
          .trim()
          .replace(/^(?:bearer\s+)+/i, '')
          .replace(/\s/g, ''),
      problems: ['format'],
      problem: (value) => (/^[\x21-\x7e]{8,4096}$/.test(value) ? null : 'format'),
    },
    {
      name: 'phone',
      secret: false,
      required: true,
      clean(input) {
        const written = input.trim();
        const chat = readChat(written);
        return chat?.kind === 'person' ? chat.user.replace(/^0+/, '') : written;
      },
      problems: ['format'],
      problem: (value) => (phoneId.test(value) || phoneNumber.test(value) ? null : 'format'),
    },
  ],
  unauthorizedReasons: ['api-key', 'phone'],
  readPasted(pasted) {
    if (!/api\.periskope\.app/i.test(pasted)) return null;
    const apiKey = pastedHeader(pasted, 'authorization');
    const phone = pastedHeader(pasted, 'x-phone');
    return apiKey || phone ? { ...(apiKey ? { apiKey } : {}), ...(phone ? { phone } : {}) } : null;
  },
  address,
  needsKey: ({ messageId, chat }) => chat !== null && !messageId.includes('_'),
  composeKey,
  pin: (credentials, to, days) => pinCall(credentials, to, { pin: true, time: days }),
  unpin: (credentials, to) => pinCall(credentials, to, { pin: false }),
  check: (credentials) => call(credentials, { method: 'GET', path: 'phones' }, readPhone),
  listChats,
  listMessages,
  choices: {
    field: 'phone',
    needs: ['apiKey'],
    list: ({ apiKey }) => call({ apiKey, phone: '' }, { method: 'GET', path: 'phones/all' }, readPhones),
  },
});
