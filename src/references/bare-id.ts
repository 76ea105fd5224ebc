/** Forms that only message ids have. Source: docs/message-ids.md "Bare id". */
const certainForm = /^(?:3EB0(?:[0-9A-F]{16}|[0-9A-F]{18}|[0-9A-F]{36})|3A[0-9A-F]{18}|BAE5[0-9A-F]{12})$/;
const upperHex = /^(?=.*\d)(?=.*[A-F])[0-9A-F]{16,40}$/;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Tells how certain it is that a token is a message id; null if it has no form of message ids. Checksums, tokens and
 * other ids have the `possible` forms too.
 */
export function classifyId(token: string): 'certain' | 'possible' | null {
  if (certainForm.test(token)) return 'certain';
  return upperHex.test(token) || certainForm.test(token.toUpperCase()) ? 'possible' : null;
}

/**
 * Tells whether a token is a UUID. Some providers use UUIDs as ids of messages; only the key or the user can tell
 * whether one is.
 */
export function isUuid(token: string): boolean {
  return uuid.test(token);
}
