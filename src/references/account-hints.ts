import { plainAccount } from './record';

const slack = String.raw`[\\"'\s]{0,6}`;
const named = new RegExp(
  String.raw`(?:connected_?phone|instance_?id|org_?phone|x-phone)${slack}[:=]${slack}([\w@.+-]{5,64})|\/instances\/([\w.-]{5,64})`,
  'gi',
);

/**
 * Values in a payload, address or command that tell which of the user's accounts it belongs to: instance ids, and the
 * connected number as digits. Source: docs/message-ids.md "Payloads".
 */
export function accountHints(text: string): readonly string[] {
  const values = [...text.matchAll(named)].map(([, byKey, byPath]) => byKey ?? byPath ?? '');
  return [...new Set(values.map(plainAccount))];
}
