import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findReferences, readText } from '../../src/references/index.ts';

const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789ABCDEF'), minLength: length, maxLength: length });

const bareId = fc.oneof(
  hex(16).map((tail) => `3EB0${tail}`),
  hex(18).map((tail) => `3EB0${tail}`),
  hex(36).map((tail) => `3EB0${tail}`),
  hex(18).map((tail) => `3A${tail}`),
  hex(12).map((tail) => `BAE5${tail}`),
);
const jid = fc.stringMatching(/^(\d{8,15}@(c\.us|s\.whatsapp\.net|lid)|\d{18}@g\.us|\d{12}-\d{10}@g\.us)$/);
const key = fc
  .tuple(fc.boolean(), jid, fc.oneof(bareId, hex(32)), fc.option(jid))
  .map(([mine, chat, id, author]) => [mine, chat, id, ...(author ? [author] : [])].join('_'));

const prose = fc.constantFrom('', 'please pin ', 'id: ', 'Fixar a mensagem ', '{"id":', '[\n  ');
const marks = ['', '"', "'", '`', '(', ')', '[', ']', '<', '>', ',', ';', '.', '\n', '\t', '\u00a0', '“', '”'];
const mark = fc.constantFrom(...marks);

/** A name inside any quotes, brackets and prose. */
const wrapped = (name: fc.Arbitrary<string>) =>
  fc.record({
    before: prose,
    open: mark,
    name,
    close: mark,
    after: fc.constantFrom('', ' today', ' for 7 days, thanks'),
  });

const piece = fc.oneof(
  bareId,
  key,
  hex(32),
  fc.uuid(),
  fc.string(),
  fc.constantFrom('true_', ' ', '"', '…', '{', '@c.us'),
);
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .tuple(fc.constantFrom(' ', '', '_', ',', '\n'), fc.array(piece, { maxLength: 8 }))
    .map(([by, pieces]) => [...pieces, ...pieces].join(by)),
);

const found = (whole: string) => findReferences(whole).map(({ serialized, messageId }) => serialized ?? messageId);

function findsItsName(inside: fc.Arbitrary<string>): void {
  fc.assert(
    fc.property(wrapped(inside), ({ before, open, name, close, after }) => {
      const whole = before + open + name + close + after;
      expect(found(whole)).toEqual([name]);
      expect(findReferences(whole)).toMatchObject([{ certain: true }]);
    }),
  );
}

it('a key is found in any quotes, brackets and prose', () => findsItsName(key));

it('a certain id is found in any quotes, brackets and prose', () => findsItsName(bareId));

it('lines that carry nothing about a message change nothing', () => {
  const idle = fc.constantFrom(
    'GET /api/tickets/7?page=2 200',
    '14:03:11 DEBUG ok',
    '',
    'level=warn code=7',
    '{"a":[1,2]}',
  );
  const line = fc.oneof(
    bareId,
    key,
    key.map((name) => `{"messageId":"${name}"}`),
    bareId.map((id) => `INFO {"key":{"id":"${id}"}}`),
  );
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), fc.array(idle, { maxLength: 30 }), (lines, others) => {
      const mixed = lines.flatMap((each, index) => [...others.slice(index * 5, index * 5 + 5), each]);
      expect(findReferences(mixed.join('\n'))).toEqual(findReferences(lines.join('\n')));
    }),
  );
});

it('reading any text never throws, and gives each message once', () =>
  fc.assert(
    fc.property(text, (whole) => {
      const names = found(whole);
      expect(new Set(names).size).toBe(names.length);
    }),
  ));

it('every message that is found is literally in the text', () =>
  fc.assert(
    fc.property(text, (whole) => {
      const spellings = [whole, whole.replace(/%40/g, '@')];
      expect(found(whole).filter((name) => !spellings.some((spelling) => spelling.includes(name)))).toEqual([]);
    }),
  ));

it('a gesture acts on messages that were found, and on at most one that is only possible', () =>
  fc.assert(
    fc.property(text, (whole) => {
      const intended = readText(whole).references;
      expect(findReferences(whole)).toEqual(expect.arrayContaining(intended));
      expect(intended.length < 2 || intended.every(({ certain }) => certain)).toBe(true);
    }),
  ));

it('an id whose prefix has one wrong letter is not certain', () => {
  const wrongPrefix = fc
    .tuple(bareId, fc.nat(3), fc.constantFrom(...'0123456789ABCDEF'))
    .map(([id, position, letter]) => id.slice(0, position) + letter + id.slice(position + 1))
    .filter((id) => !/^(?:3EB0|BAE5)|^3A/.test(id));
  fc.assert(
    fc.property(wrapped(wrongPrefix), ({ open, name, close, after }) => {
      expect(findReferences(open + name + close + after).filter(({ certain }) => certain)).toEqual([]);
    }),
  );
});
