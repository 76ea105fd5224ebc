import { describe, expect, it } from 'vitest';
import { findReferences } from '../../src/references/index.ts';
import { fieldCorpus } from './corpus.ts';

/** The forms that are not read exactly yet. A form that is read exactly must be removed from the list. */
const openForms = new Set([
  'php-print-r',
  'php-var-dump',
  'codechat-flat-key',
  'chatwoot-webhook-32',
  'psql-expanded',
  'multipart-form',
  'json-hex-quot',
  'html-entities-32',
  'smart-quotes-json-32',
  'zwsp-inside-id',
  'wbr-key',
  'quoted-printable',
  'gron',
  'elastic-fields',
  'xml-elements',
  'waha-ids-mixed-prose',
  'wappfy-pin-curl-32',
  'csv-portuguese-order',
  'vonage-sms',
  'self-chat-out',
  'key-device-free',
  'label-list-one-chat',
]);

const certain = (text: string) =>
  findReferences(text)
    .filter((reference) => reference.certain)
    .map(({ messageId, chat, serialized, fromMe }) => ({ messageId, chat, serialized, fromMe }));

/**
 * Returns the certain references that a text should have. A certain reference of an ambiguous text must be one of those
 * expected, so that what is missing in it is asked.
 */
function wantedOf({ text, kind, expect: messages }: (typeof fieldCorpus)[number]) {
  const expected = messages.map(({ messageId, chat, serialized, fromMe }) => ({ messageId, chat, serialized, fromMe }));
  if (kind !== 'ambiguous') return expected;
  const spellings = new Set(expected.map((each) => JSON.stringify(each)));
  return certain(text).filter((each) => spellings.has(JSON.stringify(each)));
}
const lines = fieldCorpus.map((line) => ({ ...line, wanted: wantedOf(line) }));

it('the field corpus has 79 texts', () => expect(fieldCorpus).toHaveLength(79));

describe('a text as people have it', () => {
  it.each(lines.filter(({ form }) => !openForms.has(form)))(
    'the field corpus is read exactly: $kind, $form: $why',
    ({ text, wanted }) => expect(certain(text)).toEqual(wanted),
  );

  it.each(lines.filter(({ form }) => openForms.has(form)))(
    'a form that is named as open is not read exactly yet: $form',
    ({ text, wanted }) => expect(certain(text)).not.toEqual(wanted),
  );
});
