import * as v from 'valibot';
import { type Reference, readChat } from '../../references';
import type { Call, HttpAnswer, HttpRequest } from '../contract/http-call';
import { type ChatPage, maxListBytes, pinnableChat } from '../contract/lists';
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
const credentialPath = /\/instances\/([0-9A-Za-z]{8,128})\/token\/([0-9A-Za-z]{8,128})/i;
const tokenPattern = /^[\w-]{4,128}$/;
const isPhone = /^\d{8,15}$/;
const chatsPerPage = 100;
const chatSchema = v.object({ phone: v.string(), name: v.nullish(v.string()) });

const credential = (name: Field, options: Partial<CredentialField<Field>>): CredentialField<Field> => ({
  name,
  secret: true,
  required: true,
  clean: (input) => input.replace(/\s/g, ''),
  problems: ['format'],
  problem: (value) => (tokenPattern.test(value) ? null : 'format'),
  ...options,
});

function call<T>(
  { instanceId, instanceToken, clientToken }: Credentials<Field>,
  request: Pick<HttpRequest, 'method' | 'body' | 'maxAnswerBytes'> & { path: string },
  read: (answer: HttpAnswer) => T,
): Call<T> {
  const { path, ...parts } = request;
  const base = `${origin}/instances/${encodeURIComponent(instanceId)}/token/${encodeURIComponent(instanceToken)}`;
  const headers: Record<string, string> = {};
  if (parts.body !== undefined) headers['Content-Type'] = 'application/json';
  if (clientToken) headers['Client-Token'] = clientToken;
  return { request: { ...parts, url: `${base}/${path}`, headers }, read };
}

/**
 * Spells the chat as Z-API does: `120363…@g.us` → `120363…-group`, `a-t@g.us` → `a-t`, a person → digits; `…@lid` stays.
 * Source: docs/providers.md "Z-API".
 */
function address({ messageId, chat: written, form }: Reference): Address | AddressQuestion {
  if (form === 'uuid') return 'id-elsewhere';
  const chat = written === null ? null : readChat(written);
  if (!chat) return 'chat-missing';
  const { kind, user, jid } = chat;
  if (kind === 'person') return { messageId, chat: user };
  if (kind === 'group') return { messageId, chat: user.includes('-') ? user : `${user}-group` };
  return kind === 'lid' ? { messageId, chat: jid } : 'chat-not-pinnable';
}

const pinCall = (credentials: Credentials<Field>, address: Address, messageAction: 'pin' | 'unpin', days: Days) =>
  call(
    credentials,
    {
      method: 'POST',
      path: 'pin-message',
      body: JSON.stringify({
        phone: address.chat,
        messageId: address.messageId,
        messageAction,
        pinMessageDuration: duration[days],
      }),
    },
    readOutcome,
  );

/** Reads the answer to a pin or unpin. A 200 can be a failure, so acceptance needs an id. Source: docs/providers.md "Z-API" [DOC/3P]. */
function readOutcome(answer: HttpAnswer): Outcome {
  const body = jsonObject(answer);
  const refusal = readFailure(answer, body);
  if (refusal) return refusal;
  const name = ['zaapId', 'messageId', 'id'].find((key) => text(body, key) !== null);
  const value = name && text(body, name);
  // An empty `error` beside an id is neither an acceptance nor a refusal.
  return name && value && !Object.hasOwn(body ?? {}, 'error')
    ? { kind: 'accepted', receipt: { name, value } }
    : unclear(answer);
}

function readFailure(answer: HttpAnswer, body: Record<string, unknown> | null): Failure | null {
  const error = text(body, 'error');
  const words = `${error ?? ''} ${text(body, 'message') ?? ''}`.trim();
  const details = { status: answer.status, detail: text(body, 'message', 'error') };
  if (/\[?IP request\]? not allowed/i.test(words)) return failure('unauthorized', 'ip', details);
  if (/null not allowed|client-token is not configured/i.test(words)) {
    return failure('unauthorized', 'client-token-missing', details);
  }
  if (/client-token .*not allowed/i.test(words) || answer.status === 401) {
    return failure('unauthorized', 'client-token', details);
  }
  if (/subscribe to this instance again/i.test(words)) return failure('unauthorized', 'subscription', details);
  if (/restore the session|you are not connected/i.test(words)) return failure('unavailable', 'disconnected', details);
  if (/instance not found/i.test(words) || answer.status === 404) return failure('unauthorized', 'token', details);
  const common = commonFailure(answer, details.detail);
  if (common) return common;
  if (answer.status === 403) return failure('unauthorized', 'forbidden', details);
  if (!succeeded(answer)) return failure('rejected', 'invalid', details);
  if (error === 'NOT_FOUND') return failure('unauthorized', 'token', details);
  return (body?.error ?? '') !== '' || body?.value === false ? failure('rejected', 'refused', details) : null;
}

/** Reads the answer to `GET /status` by `connected`, because `error` has a text even if all is well. Source: docs/providers.md "Z-API" [DOC]. */
function readStatus(answer: HttpAnswer): Connection {
  const body = jsonObject(answer);
  if (succeeded(answer) && typeof body?.connected === 'boolean') {
    return body.connected
      ? { kind: 'connected', displayName: null, number: null }
      : { kind: 'disconnected', detail: text(body, 'error') };
  }
  return readFailure(answer, body) ?? failure('unknown', 'unreadable', { status: answer.status });
}

/** Reads a page of chats. The answer has no total, so every page that is not empty has a next one. Source: docs/providers.md "Z-API" [DOC]. */
function readChats(answer: HttpAnswer, page: number): ChatPage | Failure {
  const entries = json(answer);
  if (!succeeded(answer) || !Array.isArray(entries)) {
    return readFailure(answer, jsonObject(answer)) ?? failure('unknown', 'unreadable', { status: answer.status });
  }
  const chats = entries.flatMap((entry: unknown) => {
    const chat = v.safeParse(chatSchema, entry);
    return chat.success ? pinnableChat(chat.output.phone, chat.output.name) : [];
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
      problem: (value, all) => (!tokenPattern.test(value) ? 'format' : value === all.instanceToken ? 'same' : null),
    }),
    credential('instanceToken', {}),
    credential('clientToken', {
      required: false,
      problems: ['format', 'same'],
      problem: (value, all) => (!tokenPattern.test(value) ? 'format' : value === all.instanceToken ? 'same' : null),
    }),
  ],
  unauthorizedReasons,
  credentialSign: /\/instances\/[^/\s]{4,}\/token\/|client-token\b/i,
  readPasted(pasted) {
    const [, instanceId, instanceToken] = credentialPath.exec(pasted) ?? [];
    if (!instanceId || !instanceToken) return null;
    const clientToken = pastedHeader(pasted, 'client-token');
    return { instanceId, instanceToken, ...(clientToken ? { clientToken } : {}) };
  },
  address,
  pin: (credentials, to, days) => pinCall(credentials, to, 'pin', days),
  unpin: (credentials, to, days) => pinCall(credentials, to, 'unpin', days),
  check: (credentials) => call(credentials, { method: 'GET', path: 'status' }, readStatus),
  /** Reads the connected number and its name from `GET /device` [DOC]. */
  identify: (credentials) =>
    call(credentials, { method: 'GET', path: 'device' }, (answer) => {
      const body = succeeded(answer) ? jsonObject(answer) : null;
      const phone = text(body, 'phone');
      const number = phone && isPhone.test(phone) ? phone : null;
      return { displayName: [text(body, 'name'), number && `+${number}`].filter(Boolean).join(' · ') || null, number };
    }),
  listChats: (credentials, page) =>
    call(
      credentials,
      { method: 'GET', path: `chats?page=${page ?? 1}&pageSize=${chatsPerPage}`, maxAnswerBytes: maxListBytes },
      (answer) => readChats(answer, page ?? 1),
    ),
});
