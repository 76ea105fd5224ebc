import * as v from 'valibot';
import { type Reference, readChat } from '../../references';
import type { Call, HttpAnswer, HttpRequest } from '../contract/http-call';
import { type ChatPage, chatEntry, maxListBytes } from '../contract/lists';
import { type Failure, failure, type Outcome } from '../contract/outcome';
import {
  type Address,
  type AddressQuestion,
  type Connection,
  type CredentialField,
  type Credentials,
  type Days,
  defineProvider,
} from '../contract/provider';
import { commonFailure, json, jsonObject, succeeded, text, unclear } from '../contract/read-answer';
import { pastedHeader } from '../contract/read-curl';

type Field = 'instanceId' | 'instanceToken' | 'clientToken';

const unauthorizedReasons = ['token', 'client-token', 'client-token-missing'];
const origin = 'https://api.z-api.io';
const duration = { 1: '24_hours', 7: '7_days', 30: '30_days' } as const satisfies Record<Days, string>;
const endpoint = /\/instances\/([0-9A-Za-z]{8,128})\/token\/([0-9A-Za-z]{8,128})/i;
const word = /^[\w-]{4,128}$/;
const isPhone = /^\d{8,15}$/;
const chatsAtOnce = 100;
const chatSchema = v.object({ phone: v.string(), name: v.nullish(v.string()) });

const credential = (name: Field, options: Partial<CredentialField<Field>>): CredentialField<Field> => ({
  name,
  secret: true,
  required: true,
  clean: (typed) => typed.replace(/\s/g, ''),
  problems: ['format'],
  problem: (value) => (word.test(value) ? null : 'format'),
  ...options,
});

function call<T>(
  { instanceId, instanceToken, clientToken }: Credentials<Field>,
  request: Pick<HttpRequest, 'method' | 'body' | 'longestAnswer'> & { path: string },
  read: (answer: HttpAnswer) => T,
): Call<T> {
  const { path, ...rest } = request;
  const base = `${origin}/instances/${encodeURIComponent(instanceId)}/token/${encodeURIComponent(instanceToken)}`;
  const headers: Record<string, string> = {};
  if (rest.body !== undefined) headers['Content-Type'] = 'application/json';
  if (clientToken) headers['Client-Token'] = clientToken;
  return { request: { ...rest, url: `${base}/${path}`, headers }, read };
}

/** `120363…@g.us` → `120363…-group`, `a-t@g.us` → `a-t`, a person → digits, `…@lid` stays. Source: docs/providers.md "Z-API". */
function address({ messageId, chat, form }: Reference): Address | AddressQuestion {
  if (form === 'uuid') return 'id-elsewhere';
  const read = chat === null ? null : readChat(chat);
  if (!read) return 'chat-missing';
  if (read.kind === 'person') return { messageId, chat: read.user };
  if (read.kind === 'group') return { messageId, chat: read.user.includes('-') ? read.user : `${read.user}-group` };
  return read.kind === 'lid' ? { messageId, chat: read.jid } : 'chat-not-pinnable';
}

const send = (credentials: Credentials<Field>, to: Address, messageAction: 'pin' | 'unpin', days: Days) =>
  call(
    credentials,
    {
      method: 'POST',
      path: 'pin-message',
      body: JSON.stringify({
        phone: to.chat,
        messageId: to.messageId,
        messageAction,
        pinMessageDuration: duration[days],
      }),
    },
    readOutcome,
  );

/** A 200 can be a failure; accepted needs an id of Z-API's. Source: docs/providers.md "Z-API" [DOC/3P]. */
function readOutcome(answer: HttpAnswer): Outcome {
  const body = jsonObject(answer);
  const failed = readFailure(answer, body);
  if (failed) return failed;
  const name = ['zaapId', 'messageId', 'id'].find((key) => text(body, key) !== null);
  const value = name && text(body, name);
  // An error that says nothing beside an id: neither accepted nor refused.
  return name && value && !Object.hasOwn(body ?? {}, 'error')
    ? { kind: 'accepted', receipt: { name, value } }
    : unclear(answer);
}

function readFailure(answer: HttpAnswer, body: Record<string, unknown> | null): Failure | null {
  const error = text(body, 'error');
  const says = `${error ?? ''} ${text(body, 'message') ?? ''}`.trim();
  const more = { status: answer.status, detail: text(body, 'message', 'error') };
  if (/\[?IP request\]? not allowed/i.test(says)) return failure('unauthorized', 'ip', more);
  if (/null not allowed|client-token is not configured/i.test(says)) {
    return failure('unauthorized', 'client-token-missing', more);
  }
  if (/client-token .*not allowed/i.test(says) || answer.status === 401) {
    return failure('unauthorized', 'client-token', more);
  }
  if (/subscribe to this instance again/i.test(says)) return failure('unauthorized', 'subscription', more);
  if (/restore the session|you are not connected/i.test(says)) return failure('unavailable', 'disconnected', more);
  if (/instance not found/i.test(says) || answer.status === 404) return failure('unauthorized', 'token', more);
  const common = commonFailure(answer, more.detail);
  if (common) return common;
  if (answer.status === 403) return failure('unauthorized', 'forbidden', more);
  if (!succeeded(answer)) return failure('rejected', 'invalid', more);
  if (error === 'NOT_FOUND') return failure('unauthorized', 'token', more);
  return (body?.error ?? '') !== '' || body?.value === false ? failure('rejected', 'refused', more) : null;
}

/** GET /status: `connected` decides; `error` has a text even when all is well. Source: docs/providers.md "Z-API" [DOC]. */
function readStatus(answer: HttpAnswer): Connection {
  const body = jsonObject(answer);
  if (succeeded(answer) && typeof body?.connected === 'boolean') {
    return body.connected
      ? { kind: 'connected', as: null, number: null }
      : { kind: 'disconnected', detail: text(body, 'error') };
  }
  return readFailure(answer, body) ?? failure('unknown', 'unreadable', { status: answer.status });
}

/** The list does not say how many there are: only an empty page is surely past the last. Source: docs/providers.md "Z-API" [DOC]. */
function readChats(answer: HttpAnswer, page: number): ChatPage | Failure {
  const entries = json(answer);
  if (!succeeded(answer) || !Array.isArray(entries)) {
    return readFailure(answer, jsonObject(answer)) ?? failure('unknown', 'unreadable', { status: answer.status });
  }
  const chats = entries.flatMap((entry: unknown) => {
    const read = v.safeParse(chatSchema, entry);
    return read.success ? chatEntry(read.output.phone, read.output.name) : [];
  });
  return { chats, next: entries.length > 0 ? page + 1 : null };
}

/** Z-API, https://developer.z-api.io/en/message/send-pin-message */
export default defineProvider<Field>({
  id: 'z-api',
  label: 'Z-API',
  origin,
  docs: 'https://developer.z-api.io/en/message/send-pin-message',
  panel: 'https://app.z-api.io/',
  fields: [
    credential('instanceId', {
      secret: false,
      problems: ['format', 'same'],
      problem: (value, all) => (!word.test(value) ? 'format' : value === all.instanceToken ? 'same' : null),
    }),
    credential('instanceToken', {}),
    credential('clientToken', {
      required: false,
      problems: ['format', 'same'],
      problem: (value, all) => (!word.test(value) ? 'format' : value === all.instanceToken ? 'same' : null),
    }),
  ],
  unauthorizedReasons,
  credentialSign: /\/instances\/[^/\s]{4,}\/token\/|client-token\b/i,
  readPasted(pasted) {
    const [, instanceId, instanceToken] = endpoint.exec(pasted) ?? [];
    if (!instanceId || !instanceToken) return null;
    const clientToken = pastedHeader(pasted, 'client-token');
    return { instanceId, instanceToken, ...(clientToken ? { clientToken } : {}) };
  },
  address,
  pin: (credentials, to, days) => send(credentials, to, 'pin', days),
  unpin: (credentials, to, days) => send(credentials, to, 'unpin', days),
  check: (credentials) => call(credentials, { method: 'GET', path: 'status' }, readStatus),
  /** GET /device: the connected number and its name. [DOC] */
  identify: (credentials) =>
    call(credentials, { method: 'GET', path: 'device' }, (answer) => {
      const body = succeeded(answer) ? jsonObject(answer) : null;
      const phone = text(body, 'phone');
      const number = phone && isPhone.test(phone) ? phone : null;
      return { as: [text(body, 'name'), number && `+${number}`].filter(Boolean).join(' · ') || null, number };
    }),
  listChats: (credentials, page) =>
    call(
      credentials,
      { method: 'GET', path: `chats?page=${page ?? 1}&pageSize=${chatsAtOnce}`, longestAnswer: maxListBytes },
      (answer) => readChats(answer, page ?? 1),
    ),
});
