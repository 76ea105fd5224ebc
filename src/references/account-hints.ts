import { plainAccount } from './record';

const quotesAndSpace = String.raw`[\\"'\s]{0,6}`;
/** Matches the keys with the role `account` of keys.ts anywhere in a text, and the path segment after `instances`. */
const hintPattern = new RegExp(
  String.raw`(?:connected_?phone|instance_?id|org_?phone|x-phone)${quotesAndSpace}[:=]${quotesAndSpace}([\w@.+-]{5,64})|\/instances\/([\w.-]{5,64})`,
  'gi',
);

/**
 * Finds the values in a payload, address or command that identify one of the user's accounts: instance ids, and the
 * connected number as digits. Source: docs/message-ids.md "Payloads".
 */
export function accountHints(text: string): readonly string[] {
  const values = [...text.matchAll(hintPattern)].map(([, byKey, byPath]) => byKey ?? byPath ?? '');
  return [...new Set(values.map(plainAccount))];
}
