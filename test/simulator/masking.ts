import type { IncomingHttpHeaders } from 'node:http';
import { demoSecrets } from './demo-accounts.ts';

const mask = '***';
const minSecretLength = 6;

/** Masks the secrets of the demo accounts, and those that a request presented, in a text. */
export function maskText(text: string, presented: readonly (string | undefined)[]): string {
  const secrets = [...demoSecrets, ...presented].filter((secret) => secret !== undefined);
  return secrets
    .filter((secret) => secret.length >= minSecretLength)
    .reduce((masked, secret) => masked.replaceAll(secret, mask), text);
}

/** Masks the same secrets in every text inside a JSON value. */
export function maskJson(value: unknown, presented: readonly (string | undefined)[]): unknown {
  return value === undefined ? undefined : JSON.parse(maskText(JSON.stringify(value), presented));
}

/** Masks a path. Z-API's token in it is masked however short it is, right or wrong. */
export const maskPath = (path: string, presented: readonly (string | undefined)[]): string =>
  maskText(path.replace(/(\/token\/)[^/?]+/, `$1${mask}`), presented);

/** Masks credentials and cookies in headers. The scheme of Authorization stays, to tell Bearer from others. */
export function maskHeaders(
  headers: IncomingHttpHeaders,
  presented: readonly (string | undefined)[],
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => {
      const text = String(value);
      if (name === 'authorization') return [name, text.includes(' ') ? `${text.split(' ', 1)[0]} ${mask}` : mask];
      if (name === 'client-token' || name === 'cookie') return [name, mask];
      return [name, name === 'referer' ? maskPath(text, presented) : maskText(text, presented)];
    }),
  );
}
