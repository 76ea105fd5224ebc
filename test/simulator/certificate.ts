import { createHash, X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';

/** A certificate in memory, with the hash that Chromium's --ignore-certificate-errors-spki-list takes. */
export interface Certificate {
  key: string;
  cert: string;
  spki: string;
}

/** Makes a certificate for both providers' hosts and this machine. */
export async function makeCertificate(): Promise<Certificate> {
  const names = ['api.z-api.io', 'api.periskope.app', 'localhost'];
  const made = await generate([{ name: 'commonName', value: 'Pushpin simulator' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [...names.map((value) => ({ type: 2 as const, value })), { type: 7, ip: '127.0.0.1' }],
      },
    ],
  });
  const publicKey = new X509Certificate(made.cert).publicKey.export({ type: 'spki', format: 'der' });
  return { key: made.private, cert: made.cert, spki: createHash('sha256').update(publicKey).digest('base64') };
}
