import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { request as tlsRequest } from 'node:https';
import type { DocumentedRequest } from './documented-requests.ts';
import type { Simulator } from './index.ts';

export interface RawAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  json: unknown;
}

/**
 * Sends a request as it is: the path is not normalised, no header is added but Host and Content-Length.
 * @param tlsHost sends over TLS, with this host in the Host header
 */
export function sendRaw(
  { port, tlsPort }: Pick<Simulator, 'port' | 'tlsPort'>,
  { path, method, headers, body }: DocumentedRequest,
  tlsHost?: string,
): Promise<RawAnswer> {
  const to =
    tlsHost === undefined
      ? { port, headers }
      : { port: tlsPort, headers: { ...headers, Host: tlsHost }, rejectUnauthorized: false };
  const text = typeof body === 'object' ? JSON.stringify(body) : body;
  return new Promise((resolve, reject) => {
    const send = tlsHost === undefined ? httpRequest : tlsRequest;
    const outgoing = send({ host: '127.0.0.1', path, method, agent: false, ...to }, async (incoming) => {
      try {
        const chunks: Buffer[] = [];
        for await (const chunk of incoming) chunks.push(chunk);
        const answered = Buffer.concat(chunks).toString('utf8');
        const isJson = incoming.headers['content-type']?.includes('json');
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          text: answered,
          json: isJson ? JSON.parse(answered) : null,
        });
      } catch (error) {
        reject(error);
      }
    });
    outgoing.on('error', reject);
    outgoing.end(text);
  });
}
