import { plainWords } from './column-names';

/** How people write that a message is to be pinned or unpinned, as WhatsApp says it in their language. */
const actions = {
  pin:
    'pin pinit pinmessage fixar fixarmensagem afixar fijar fijarmensaje anclar anclarmensaje पिन पिनकरें पिनकरे पिनकरो ' +
    'पिनकीजिए pinkaren pinkare pinkarein pinkaro',
  unpin:
    'unpin unpinit unpinmessage removepin desafixar desafixarmensagem desfixar desfijar dejardefijar desanclar ' +
    'dejardefijarmensaje अनपिन अनपिनकरें अनपिनकरे अनपिनकरो अनपिनकीजिए पिनहटाएं पिनहटाएँ पिनहटाओ unpinkaren unpinkare unpinkarein unpinkaro ' +
    'pinhataye pinhataen pinhatao',
} as const;

/** Units of time, and how many hours are in one. */
const units: Readonly<Record<string, number>> = {
  'h hr hrs hour hours hora horas घंटा घंटे ghanta ghante': 1,
  'd day days dia dias दिन din': 24,
  'w wk week weeks semana semanas सप्ताह हफ्ता हफ़्ता hafta saptah': 168,
  's sec second seconds segundos': 1 / 3600,
};

const byWord = <T>(entries: readonly (readonly [words: string, meaning: T])[]): ReadonlyMap<string, T> =>
  new Map(
    entries.flatMap(([words, meaning]) => words.split(' ').map((word): [string, T] => [plainWords(word), meaning])),
  );
const actionByWord = byWord<'pin' | 'unpin'>([
  [actions.pin, 'pin'],
  [actions.unpin, 'unpin'],
]);
const hoursByUnit = byWord(Object.entries(units));
const longestWords = 60;

/** The action that a cell names: `Desafixar` → `unpin`; null for anything else. */
export const readActionWord = (cell: string): 'pin' | 'unpin' | null =>
  cell.length > longestWords ? null : (actionByWord.get(plainWords(cell)) ?? null);

/** How many hours a unit has: `days` → 24. */
export const hoursOfUnit = (word: string): number | undefined => hoursByUnit.get(plainWords(word));

/** A number with a unit, or one of something: `24 hours`, `7_days`, `30,0 dias`, `uma semana`. */
const timed = /^(?:(\d{1,7})(?:[.,]0{1,3})?[\s_-]*|(?:an?|uma?|una|ek|एक)[\s_-]+)([\p{L}\p{M}]+)\.?$/iu;

/** How many hours a cell names with its unit; null for anything else, also for a number alone. */
export function readHours(cell: string): number | null {
  if (cell.length > longestWords) return null;
  const [, number = '1', unit = ''] = timed.exec(cell.trim()) ?? [];
  const hours = hoursOfUnit(unit);
  return hours === undefined ? null : Math.round(Number(number) * hours * 3600) / 3600;
}
