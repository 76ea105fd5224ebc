import * as v from 'valibot';
import type { Reference } from '../references';
import { readChat } from '../references';
import { commonFailure, json, jsonObject, text } from './contract/answer';
import { pastedHeader } from './contract/curl';
import type { Call, HttpAnswer, HttpRequest } from './contract/http';
import { type Failure, failure, type Outcome } from './contract/outcome';
import {
  type Address,
  type Choice,
  type Connection,
  type Credentials,
  defineProvider,
  type Obstacle,
} from './contract/provider';

type Field = 'apiKey' | 'phone';

const origin = 'https://api.periskope.app';
const phoneId = /^phone-[a-z0-9]{4,40}$/;
const phoneNumber = /^[1-9]\d{7,14}$/;

/** One phone of `GET /v1/phones` and `/v1/phones/all`. Source: PROVIDERS.md "Periskope" [DOC/RUN]. */
const phoneSchema = v.object({
  org_phone: v.string(),
  phone_name: v.nullish(v.string()),
  wa_state: v.nullish(v.string()),
  is_ready: v.nullish(v.boolean()),
});
type Phone = v.InferOutput<typeof phoneSchema>;

function call<T>(
  { apiKey, phone }: Credentials<Field>,
  request: Pick<HttpRequest, 'method' | 'body'> & { path: string },
  read: (answer: HttpAnswer) => T,
): Call<T> {
  const { path, ...rest } = request;
  const headers: Record<string, string> = { Authorization: `Bearer ${apiKey}` };
  if (phone) headers['x-phone'] = phone;
  if (rest.body !== undefined) headers['Content-Type'] = 'application/json';
  return { request: { ...rest, url: `${origin}/v1/${path}`, headers }, read };
}

/** The whole key, verbatim, or a queue_id: Periskope knows no bare ids. Source: PROVIDERS.md "Periskope". */
function address({ messageId, serialized, form, chat }: Reference): Address | Obstacle {
  const kind = chat === null ? null : readChat(chat)?.kind;
  if (kind === 'newsletter' || kind === 'broadcast') return 'chat-not-pinnable';
  if (form === 'queue-id') return { messageId, chat: null };
  return serialized === null ? 'key-missing' : { messageId: serialized, chat };
}

const send = (credentials: Credentials<Field>, to: Address, body: { pin: boolean; time?: number }) =>
  call(
    credentials,
    { method: 'POST', path: `message/${encodeURIComponent(to.messageId)}/pin`, body: JSON.stringify(body) },
    readOutcome,
  );

function readOutcome(answer: HttpAnswer): Outcome {
  if (answer.status === 204) {
    const trace = answer.headers['x-periskope-trace-id'];
    return { kind: 'accepted', receipt: trace ? { name: 'trace', value: trace } : null };
  }
  return readFailure(answer);
}

/** Only 422 has a published body; the rest is read by its status. Source: PROVIDERS.md "Periskope" [DOC]. */
function readFailure(answer: HttpAnswer): Failure {
  const body = jsonObject(answer);
  const fields = v.safeParse(v.record(v.string(), v.object({ message: v.string() })), body?.fields);
  const fieldDetail = fields.success
    ? Object.entries(fields.output).map(([name, { message }]) => `${name}: ${message}`)
    : [];
  const more = {
    status: answer.status,
    detail: fieldDetail.join('; ').slice(0, 240) || text(body, 'message', 'error', 'name'),
    trace: answer.headers['x-periskope-trace-id'] ?? null,
  };
  if (answer.status === 401) return failure('unauthorized', 'api-key', more);
  if (answer.status === 403) return failure('unauthorized', 'forbidden', more);
  if (answer.status === 400 || answer.status === 422) {
    const aboutPhone = fields.success && 'x-phone' in fields.output;
    return aboutPhone ? failure('unauthorized', 'phone', more) : failure('rejected', 'invalid', more);
  }
  const common = commonFailure(answer, more.detail, rateLimitReset(answer));
  if (common) return { ...common, trace: more.trace };
  return answer.status >= 400 ? failure('rejected', 'invalid', more) : failure('unknown', 'unreadable', more);
}

/** A time far in the future is no time to wait for. */
const latestReset = 10_000_000_000;

/** `X-RateLimit-Reset` is in unix seconds. [DOC] */
function rateLimitReset(answer: HttpAnswer): number | null {
  const seconds = Number(answer.headers['x-ratelimit-reset']);
  return seconds > 0 && seconds < latestReset ? seconds * 1000 : null;
}

const number = (phone: Phone): string => phone.org_phone.replace(/@.*$/, '');
const title = (phone: Phone): string => [phone.phone_name, `+${number(phone)}`].filter(Boolean).join(' · ');

function readPhone(answer: HttpAnswer): Connection {
  const phone = v.safeParse(phoneSchema, json(answer));
  if (answer.status !== 200 || !phone.success) return readFailure(answer);
  const { wa_state: state, is_ready: ready } = phone.output;
  return state === 'CONNECTED' && ready !== false
    ? { kind: 'connected', as: title(phone.output) }
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
  takesChat: false,
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
  readPasted(pasted) {
    if (!/api\.periskope\.app/i.test(pasted)) return null;
    const apiKey = pastedHeader(pasted, 'authorization');
    const phone = pastedHeader(pasted, 'x-phone');
    return apiKey || phone ? { ...(apiKey ? { apiKey } : {}), ...(phone ? { phone } : {}) } : null;
  },
  address,
  pin: (credentials, to, days) => send(credentials, to, { pin: true, time: days }),
  unpin: (credentials, to) => send(credentials, to, { pin: false }),
  check: (credentials) => call(credentials, { method: 'GET', path: 'phones' }, readPhone),
  choices: {
    field: 'phone',
    needs: ['apiKey'],
    list: ({ apiKey }) => call({ apiKey, phone: '' }, { method: 'GET', path: 'phones/all' }, readPhones),
  },
});
