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

/** One phone of `GET /v1/phones` and `/v1/phones/all`. Source: docs/providers.md "Periskope" [DOC/RUN]. */
const phoneSchema = v.object({
  org_phone: v.string(),
  phone_name: v.nullish(v.string()),
  wa_state: v.nullish(v.string()),
  is_ready: v.nullish(v.boolean()),
});
type Phone = v.InferOutput<typeof phoneSchema>;

/**
 * The whole key, verbatim, or a queue_id: pin and unpin know no bare ids. One whose chat is known can be looked up there.
 * Source: docs/providers.md "Periskope".
 */
function address({ messageId, serialized, form, chat: written }: Reference): Address | AddressQuestion {
  if (form === 'uuid') return { messageId, chat: null };
  const chat = serialized?.split('_')[1] ?? written;
  const read = chat === null ? null : readChat(chat);
  if (read?.kind === 'newsletter' || read?.kind === 'broadcast') return 'chat-not-pinnable';
  if (serialized !== null) return { messageId: serialized, chat };
  return read ? { messageId, chat: read.jid } : 'chat-missing';
}

/** `true|false_<chat>_<id>`, and in a group `_<author>`: of an own message, the account's number. Source: docs/providers.md "Periskope". */
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
  const read = readChat(written);
  return read?.kind === 'person' || read?.kind === 'lid' ? { messageId: `${key}_${read.jid}`, chat } : 'author-unread';
}

const send = (credentials: Credentials<Field>, to: Address, body: { pin: boolean; time?: number }) =>
  call(
    credentials,
    { method: 'POST', path: `message/${encodeURIComponent(to.messageId)}/pin`, body: JSON.stringify(body) },
    readOutcome,
  );

function readOutcome(answer: HttpAnswer): Outcome {
  if (answer.status === 204) {
    const trace = traceOf(answer);
    return { kind: 'accepted', receipt: trace ? { name: 'trace', value: trace } : null };
  }
  const failed = readFailure(answer);
  return failed.reason === 'unreadable' ? unclear(answer, failed) : failed;
}

const number = (phone: Phone): string => phone.org_phone.replace(/@.*$/, '');
const title = (phone: Phone): string => [phone.phone_name, `+${number(phone)}`].filter(Boolean).join(' · ');

function readPhone(answer: HttpAnswer): Connection {
  const phone = v.safeParse(phoneSchema, json(answer));
  if (answer.status !== 200 || !phone.success) return readFailure(answer);
  const { wa_state: state, is_ready: ready } = phone.output;
  return state === 'CONNECTED' && ready !== false
    ? { kind: 'connected', as: title(phone.output), number: number(phone.output) }
    : { kind: 'disconnected', detail: state ?? null };
}

function readPhones(answer: HttpAnswer): Choice[] | Failure {
  const phones = v.safeParse(v.array(phoneSchema), json(answer));
  if (answer.status !== 200 || !phones.success) return readFailure(answer);
  return phones.output.map((phone) => ({ value: number(phone), label: title(phone) }));
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
      clean: (typed) =>
        typed
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
      clean(typed) {
        const written = typed.trim();
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
  pin: (credentials, to, days) => send(credentials, to, { pin: true, time: days }),
  unpin: (credentials, to) => send(credentials, to, { pin: false }),
  check: (credentials) => call(credentials, { method: 'GET', path: 'phones' }, readPhone),
  listChats,
  listMessages,
  choices: {
    field: 'phone',
    needs: ['apiKey'],
    list: ({ apiKey }) => call({ apiKey, phone: '' }, { method: 'GET', path: 'phones/all' }, readPhones),
  },
});
