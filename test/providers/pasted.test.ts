import { describe, expect, it } from 'vitest';
import periskope from '../../src/providers/periskope/index.ts';
import zApi from '../../src/providers/z-api/index.ts';

const address = 'https://api.z-api.io/instances/3C01A2B3/token/00A1B2C3';
const read = { instanceId: '3C01A2B3', instanceToken: '00A1B2C3' };

describe('an address of Z-API', () => {
  it.each([
    ['with its endpoint', `${address}/send-text`],
    ['with a query', `${address}?phone=1`],
    ['with a fragment', `${address}#x`],
    ['in angle brackets', `<${address}>`],
    ['in round brackets', `(${address})`],
    ['in back-ticks', `\`${address}\``],
    ['at the end of a sentence', `Call ${address}.`],
    ['before a comma', `${address}, with POST`],
    ['in JSON', `{"url":"${address}"}`],
  ])('an address of Z-API is read %s', (_how, text) => expect(zApi.readPasted(text)).toEqual(read));

  // Placeholders of a documentation must not be saved as credentials.
  it.each([
    ['in braces', 'https://api.z-api.io/instances/{INSTANCE}/token/{TOKEN}/pin-message'],
    ['of a shell', 'https://api.z-api.io/instances/$INSTANCE/token/$TOKEN/pin-message'],
  ])('an address of Z-API with placeholders %s is not read', (_how, text) => expect(zApi.readPasted(text)).toBeNull());
});

describe('a command of Periskope', () => {
  const command = (authorization: string) =>
    `curl https://api.periskope.app/v1/phones -H 'Authorization: ${authorization}'`;

  it.each([
    ['the documentation’s template', 'Bearer <token>'],
    ['a template in braces', 'Bearer {{apiKey}}'],
    ['another scheme', 'Basic dXNlcjpwYXNz'],
    ['nothing', 'Bearer '],
  ])('a command of Periskope has no key if there is %s', (_what, authorization) =>
    expect(periskope.readPasted(command(authorization))).toBeNull(),
  );

  it.each([
    ['as documented', 'Bearer abc.def-ghi_123'],
    ['in small letters', 'bearer abc.def-ghi_123'],
  ])('the key of a command of Periskope is read %s', (_how, authorization) =>
    expect(periskope.readPasted(command(authorization))).toEqual({ apiKey: 'abc.def-ghi_123' }),
  );
});
