import { describe, expect, it } from 'vitest';
import { findReferences } from '../../src/references/index.ts';
import { addresses, payloads, prose, tables } from './own-cases.ts';

const certain = (text: string): string[] =>
  findReferences(text).flatMap(({ certain: sure, messageId, chat, fromMe }) =>
    sure ? [`${messageId} ${chat ?? '-'} ${fromMe ?? '-'}`] : [],
  );

describe.each([
  ['payload', payloads],
  ['address', addresses],
  ['table', tables],
  ['prose', prose],
])('the messages of a %s', (kind, cases) => {
  it.each(cases)(`the messages of this ${kind} are read: $name`, ({ text, expect: wanted }) =>
    expect(certain(text)).toEqual(wanted),
  );
});
