import { findReferences } from '../../src/references/index.ts';
import { type Measure, time } from './compare.ts';

const line = (number: number): string => {
  const id = `3EB0${number.toString(16).toUpperCase().padStart(18, '0')}`;
  return `2026-08-02T14:03:11Z INFO webhook {"messageId":"${id}","phone":"5511${900_000_000 + number}","fromMe":true}\n`;
};

/** Creates a webhook log of that many megabytes, with a different message in every line. */
export function logOf(megabytes: number): string {
  const lines = Math.ceil((megabytes * 1_000_000) / line(1).length);
  return Array.from({ length: lines }, (_, number) => line(number)).join('');
}

export const readAll =
  (text: string): Measure =>
  () =>
    time(() => findReferences(text));
