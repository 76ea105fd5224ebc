/** Forms that nothing else has. Source: docs/message-ids.md "Bare id". */
const certain = /^(?:3EB0(?:[0-9A-F]{16}|[0-9A-F]{18}|[0-9A-F]{36})|3A[0-9A-F]{18}|BAE5[0-9A-F]{12})$/;
const upperHex = /^(?=.*\d)(?=.*[A-F])[0-9A-F]{16,40}$/;
const queueId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** How sure a token is a message's id: `possible` forms are also those of sums, tokens and other ids. */
export function classifyId(token: string): 'certain' | 'possible' | null {
  if (certain.test(token)) return 'certain';
  return upperHex.test(token) || certain.test(token.toUpperCase()) ? 'possible' : null;
}

/** Periskope's queue_id is a UUID like any other: only the user can tell. */
export function isQueueId(token: string): boolean {
  return queueId.test(token);
}

/** Tokens that may be ids, with no letter, digit or joining mark beside them, else pieces of sums and base64 match. */
export const idToken = /(?<![0-9A-Za-z#/+=_*…-])(?<!\.{3})[0-9A-Fa-f]{16,40}(?![0-9A-Za-z#/+=_*…-])(?!\.{3})/g;
