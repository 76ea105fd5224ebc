import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvLine } from '../../src/options/csv-line.ts';

describe('a cell', () => {
  it.each([
    ['=HYPERLINK("https://evil.example")', `"'=HYPERLINK(""https://evil.example"")"`],
    ['+5511987654321', "'+5511987654321"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', `"'\r=1"`],
    ['a=1', 'a=1'],
    ['a,b', '"a,b"'],
    ['two\nlines', '"two\nlines"'],
    ['', ''],
  ])('the cell %j is written as %j', (text, cell) => expect(csvLine([text, 'x'])).toBe(`${cell},x\r\n`));

  it('a cell never begins like a formula, and is otherwise unchanged', () =>
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 2, maxLength: 4 }), (cells) => {
        const [read = []] = Papa.parse<string[]>(csvLine(cells), { delimiter: ',', newline: '\r\n' }).data;
        expect(read.some((cell) => /^[=+\-@\t\r]/.test(cell))).toBe(false);
        expect(read.map((cell, index) => (cell === `'${cells[index]}` ? cell.slice(1) : cell))).toEqual(cells);
      }),
    ));
});
