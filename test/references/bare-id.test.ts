import { describe, expect, it } from 'vitest';
import { classifyId, isUuid } from '../../src/references/bare-id.ts';
import { findReferences } from '../../src/references/index.ts';

const hex = (length: number) => '0A1B2C3D4E5F60718293A4B5C6D7E8F901234567'.slice(0, length);

describe('the form of an id', () => {
  it.each([
    ['web20', `3EB0${hex(16)}`, 'certain'],
    ['web22', `3EB0${hex(18)}`, 'certain'],
    ['web40', `3EB0${hex(36)}`, 'certain'],
    ['ios20', `3A${hex(18)}`, 'certain'],
    ['bail16', `BAE5${hex(12)}`, 'certain'],
    ['and32', `AC${hex(30)}`, 'possible'],
    ['desk18', hex(18), 'possible'],
    ['20 hex without a known prefix', hex(20), 'possible'],
    ['web20 in lower case', `3EB0${hex(16)}`.toLowerCase(), 'possible'],
    ['web22 in lower case', `3EB0${hex(18)}`.toLowerCase(), 'possible'],
    ['web20 in mixed case', `3eB0${hex(16)}`, 'possible'],
    ['MD5 in lower case', '9e107d9d372bb6826bd81d3542a419d6', null],
    ['SHA-1 in lower case', '1a6f1c4db8c2b4f59c2e6ce13eb7749feeecbebc', null],
    ['SHA-256 in upper case', `${hex(40)}${hex(24)}`, null],
    ['15 hex', hex(15), null],
    ['a long number', '1183456789012345678', null],
    ['letters alone', 'ABCDEFABCDEFABCDEF', null],
    ['no hex', '3EB0XYZ123GHIJKLMNOP', null],
    ['nothing', '', null],
    ['web20 with a space', `3EB0${hex(16)} `, null],
    ['web20 with a line break', `3EB0${hex(16)}\n`, null],
  ] as const)('classifyId returns for %s, "%s": %s', (_form, token, sure) => expect(classifyId(token)).toBe(sure));

  // Source: corpus, DEADBEEFDEADBEEFDEAD "20 upper hex, a known dummy word".
  it('a word of hexadecimal letters is not a certain id', () =>
    expect(classifyId('DEADBEEFDEADBEEFDEAD')).not.toBe('certain'));
});

describe('a UUID', () => {
  it.each([
    ['ba3273cb-12be-48d4-90e0-0cbc0b427ef1', true],
    ['BA3273CB-12BE-48D4-90E0-0CBC0B427EF1', true],
    ['ba3273cb12be48d490e00cbc0b427ef1', false],
    ['ba3273cb-12be-48d4-90e0-0cbc0b427ef1-2', false],
    ['3EB0796DC6B777C0C7CD', false],
  ])('whether %s is a UUID: %s', (token, is) => expect(isUuid(token)).toBe(is));
});

describe('where an id may stand', () => {
  const id = '3EB0796DC6B777C0C7CD';
  const certain = (text: string) =>
    findReferences(`x ${text} x`).flatMap(({ messageId, certain }) => (certain ? [messageId] : []));

  it.each(['', ' ', '\n', '"', "'", '`', '(', '[', '<', ':', '=', '*', ',', '\u00a0', 'é', '“'])(
    'an id is read after "%s"',
    (mark) => expect(certain(`${mark}${id}`)).toEqual([id]),
  );

  it.each(['', ' ', '\n', '"', "'", '`', ')', ']', '>', ':', ',', ';', '.', '..', '!', '?'])(
    'an id is read before "%s"',
    (mark) => expect(certain(`${id}${mark}`)).toEqual([id]),
  );

  it.each(['a', 'Z', '0', '#', '/', '+', '_', '-', '…', '...'])(
    'an id is not read with "%s" directly after it',
    (mark) => expect(certain(`${id}${mark}`)).toEqual([]),
  );

  it.each(['a', 'Z', '0', '#', '/', '+', '_', '-'])('an id is not read with "%s" directly before it', (mark) =>
    expect(certain(`${mark}${id}`)).toEqual([]),
  );
});
