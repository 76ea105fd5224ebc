import fc from 'fast-check';
import { expect, it } from 'vitest';
import { idOf } from './logs.ts';
import { rowsOf } from './rows-of.ts';

/** Cells with the values that they are read as. */
const actions: Record<string, 'pin' | 'unpin'> = {
  ...{ pin: 'pin', Fixar: 'pin', 'FIJAR MENSAJE': 'pin', 'पिन करें': 'pin', anclar: 'pin', '**pin**': 'pin' },
  ...{ unpin: 'unpin', desafixar: 'unpin', 'dejar de fijar': 'unpin', 'अनपिन करें': 'unpin', 'Un-pin': 'unpin' },
};
const durations: Record<string, 1 | 7 | 30> = {
  ...{ '24 hours': 1, '1 dia': 1, '24_horas': 1, '24 घंटे': 1, '7 days': 7, '7_days': 7, 'una semana': 7 },
  ...{ '7 días': 7, '30 दिन': 30, '30 dias': 30, '="30 days"': 30 },
};
const numbers: Record<string, 1 | 7 | 30> = { 1: 1, 7: 7, 30: 30, '7,0': 7, '30.00': 30 };
const nonsense = [
  '',
  '',
  'archive',
  '2 weeks',
  'um mês',
  '24',
  'Maria',
  '2026-08-02',
  'não fixar',
  'remover',
  'pinned',
  '365',
];
const headers = {
  message: ['messageId', 'Mensagem', 'Mensaje', 'संदेश', 'ID'],
  action: ['action', 'AÇÃO', 'acción', 'tipo de operación', 'Operation', 'कार्रवाई'],
  duration: ['Duration', 'duração', 'Expires in', 'validade', 'Período', 'अवधि'],
  other: ['Status', 'Notes', 'Frobnicate', 'Verb', '', 'Fecha', 'Tipo', 'account', 'phone'],
};
const pick = (some: readonly string[]) => fc.constantFrom(...some);
const cell = fc.oneof(
  { weight: 3, arbitrary: pick(Object.keys(actions)) },
  { weight: 3, arbitrary: pick(Object.keys(durations)) },
  { weight: 1, arbitrary: pick(Object.keys(numbers)) },
  { weight: 2, arbitrary: pick(nonsense) },
  { weight: 1, arbitrary: fc.constant('5511987654321') },
);

const table = fc
  .record({
    delimiter: fc.constantFrom(';', ',', '\t', '|'),
    hasHeader: fc.boolean(),
    message: pick(headers.message),
    columns: fc.array(
      fc
        .constantFrom('action', 'duration', 'other', 'other')
        .chain((kind) => fc.record({ kind: fc.constant(kind), name: pick(headers[kind as 'action']) })),
      { minLength: 1, maxLength: 5 },
    ),
    count: fc.integer({ min: 1, max: 8 }),
  })
  .chain((shape) =>
    fc.record({
      shape: fc.constant(shape),
      rows: fc.array(fc.array(cell, { minLength: shape.columns.length, maxLength: shape.columns.length }), {
        minLength: shape.count,
        maxLength: shape.count,
      }),
    }),
  );

const quoted = (text: string, delimiter: string): string =>
  text.includes(delimiter) || text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text;

it(
  'no row of a random table has an action or a duration that its cells do not say',
  () =>
    fc.assert(
      fc.asyncProperty(table, async ({ shape: { delimiter, hasHeader, message, columns }, rows: cells }) => {
        // A single column of ids is a list, whatever its header.
        fc.pre(cells.flat().some((text) => text !== ''));
        const header = [message, ...columns.map(({ name }) => name)];
        const lines = cells.map((row, index) => [idOf(index), ...row].map((text) => quoted(text, delimiter)));
        const text = [...(hasHeader ? [header] : []), ...lines].map((line) => line.join(delimiter)).join('\n');
        const rows = await rowsOf(text);
        expect(rows.length).toBe(cells.length);
        for (const [index, { action, days, unread, lineNumber }] of rows.entries()) {
          const rowCells = cells[lineNumber - (hasHeader ? 2 : 1)] ?? [];
          expect(rows[index]?.reference?.messageId).toBe(idOf(lineNumber - (hasHeader ? 2 : 1)));
          if (action) expect(rowCells.map((text) => actions[text])).toContain(action);
          if (days) expect(rowCells.map((text) => durations[text] ?? numbers[text])).toContain(days);

          // A cell in a column with a known name is never ignored or replaced by another cell.
          const under = (kind: string) =>
            hasHeader ? rowCells.filter((text, index) => columns[index]?.kind === kind && text !== '') : [];
          const actionCells = under('action').map((text) => actions[text]);
          if (actionCells.length > 0 && !unread.action) expect([...new Set(actionCells)]).toEqual([action]);
          const daysCells = under('duration').map((text) => durations[text] ?? numbers[text]);
          if (daysCells.length > 0 && !unread.duration) expect([...new Set(daysCells)]).toEqual([days]);
        }
      }),
      { numRuns: 1_000 },
    ),
  60_000,
);
