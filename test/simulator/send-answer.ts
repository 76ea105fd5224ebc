import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { Answer } from './provider.ts';

function serialize({ status, headers = {}, body }: Answer): { headers: Record<string, string>; text: string } {
  if (body === undefined || status === 204 || status === 304) return { headers, text: '' };
  const type = typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json';
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { headers: { 'Content-Type': type, ...headers, 'Content-Length': String(Buffer.byteLength(text)) }, text };
}

/** Sends the whole answer. */
export function send(outgoing: ServerResponse, answer: Answer): void {
  const { headers, text } = serialize(answer);
  outgoing.writeHead(answer.status, headers);
  outgoing.end(text);
}

/** Sends the first half of an answer and closes the connection: half the body, or half the headers if it has no body. */
export function sendCutShort(outgoing: ServerResponse, answer: Answer): void {
  const { headers, text } = serialize(answer);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const head = `HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status] ?? ''}\r\n${lines.join('')}`;
  const part = text === '' ? head.slice(0, head.length / 2) : `${head}\r\n${text.slice(0, text.length / 2)}`;
  outgoing.socket?.write(part, () => outgoing.socket?.destroy());
}
