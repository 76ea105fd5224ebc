import { plainKey, roleOf } from '../../references/keys';

/** What a column of a table says beside the message and its chat. */
export type Meaning = 'account' | 'action' | 'days';

const meanings: Readonly<Record<Meaning, string>> = {
  account: 'account accountname conta cuenta instance instancia channel',
  action: 'action messageaction acao accion',
  days: 'days duration dias duracao duracion pinduration pinmessageduration keeppinnedfor',
};
const meaningOf = new Map(
  (Object.keys(meanings) as Meaning[]).flatMap((meaning) =>
    meanings[meaning].split(' ').map((name): [string, Meaning] => [name, meaning]),
  ),
);

/** What a column of that name says, if it is one of these. */
export const meaningOfName = (name: string): Meaning | undefined => meaningOf.get(plain(name));

const plain = (name: string): string => plainKey(name.normalize('NFD').replace(/\p{M}/gu, ''));

const idRoles = ['message', 'messages', 'id', 'queue'];
/** Column names that mean an id in a table and a text elsewhere. */
const idColumns = new Set(['message', 'mensagem', 'mensaje', 'key']);
const delimiters = ['\t', ';', ',', '|'] as const;
/** A header stands at the top, under a title or two at most. */
const headerWithin = 20;
const longestHeader = 2_000;

/** A table's header: where it ends, and what its columns are. */
export interface Columns {
  delimiter: string;
  /** Lines above the first row. */
  skip: number;
  /** The name of each column, as `findReferences` knows it; empty for one that says nothing about the message. */
  keys: readonly string[];
  /** Where the message stands. */
  message: number;
  at: Readonly<Partial<Record<Meaning, number>>>;
}

/** The header of a table at the beginning of a text, or null where there is none. */
export function findColumns(text: string): Columns | null {
  for (const [line, row] of text.split('\n', headerWithin).entries()) {
    if (row.length > longestHeader || /[{}=]|\d{8}/.test(row)) continue;
    for (const delimiter of delimiters) {
      const names = row.split(delimiter).map(bare);
      const columns = names.length > 1 ? readHeader(names) : null;
      if (columns) return { ...columns, delimiter, skip: line + 1 };
    }
  }
  return null;
}

/** A name without quotes and the marks of Markdown. */
const bare = (cell: string): string => cell.trim().replace(/^["`*'\s\ufeff]+|["`*'\s]+$/g, '');

function readHeader(names: readonly string[]): Pick<Columns, 'keys' | 'message' | 'at'> | null {
  const plainNames = names.map(plain);
  const roles = names.map((name) => roleOf(name).role);
  const ranks = idRoles.map((role) => roles.indexOf(role as (typeof roles)[number])).filter((column) => column >= 0);
  const named = ranks[0] ?? (roles.includes('chat') ? plainNames.findIndex((name) => idColumns.has(name)) : -1);
  if (named < 0) return null;

  const at: Partial<Record<Meaning, number>> = {};
  for (const [column, name] of plainNames.entries()) {
    const meaning = roles[column] === 'account' ? 'account' : meaningOf.get(name);
    if (meaning && column !== named) at[meaning] ??= column;
  }
  const apart = new Set(Object.values(at));
  const keys = names.map((name, column) =>
    apart.has(column) ? '' : column === named && !ranks.length ? 'messageId' : name,
  );
  return { keys, message: named, at };
}
