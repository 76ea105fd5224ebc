import { expect, it } from 'vitest';
import { findReferences } from '../../../src/references/index.ts';
import { createLog } from './read-log.ts';

it('the log of the bench has one megabyte with a thousand different messages, and twice that in two megabytes', () => {
  const text = createLog(1);
  expect(text.length).toBe(1_000_000);
  expect(findReferences(text).length).toBe(1_000);
  expect(createLog(2).slice(0, 1_000_000)).toBe(text);
  expect(new Set(createLog(2).match(/3EB0[0-9A-F]{18}/g)).size).toBe(2_000);
});
