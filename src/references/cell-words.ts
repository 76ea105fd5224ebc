import { plainWords } from './column-names';

/** The words for pinning and unpinning a message, in the languages that Pushpin understands, without spaces. */
const actions = {
  pin:
    'pin pinit pinmessage fixar fixarmensagem afixar fijar fijarmensaje anclar anclarmensaje पिन पिनकरें पिनकरे पिनकरो ' +
    'पिनकीजिए pinkaren pinkare pinkarein pinkaro',
  unpin:
    'unpin unpinit unpinmessage removepin desafixar desafixarmensagem desfixar desfijar dejardefijar desanclar ' +
    'dejardefijarmensaje अनपिन अनपिनकरें अनपिनकरे अनपिनकरो अनपिनकीजिए पिनहटाएं पिनहटाएँ पिनहटाओ unpinkaren unpinkare unpinkarein unpinkaro ' +
    'pinhataye pinhataen pinhatao',
} as const;

/** Words for units of time, and the hours in one unit. */
const units: Readonly<Record<string, number>> = {
  'h hr hrs hour hours hora horas घंटा घंटे ghanta ghante': 1,
  'd day days dia dias दिन din': 24,
  'w wk week weeks semana semanas सप्ताह हफ्ता हफ़्ता hafta saptah': 168,
  's sec second seconds segundos': 1 / 3600,
};

/**
 * Returns a function that looks up the meaning of a word. Its map is made at the first lookup, because making both maps
 * took a third of the time in which the worker's code is evaluated, and few texts have cells.
 */
function createWordLookup<T>(
  entries: readonly (readonly [words: string, meaning: T])[],
): (word: string) => T | undefined {
  let meanings: ReadonlyMap<string, T> | undefined;
  return (word) => {
    meanings ??= new Map(
      entries.flatMap(([words, meaning]) => words.split(' ').map((each): [string, T] => [plainWords(each), meaning])),
    );
    return meanings.get(plainWords(word));
  };
}
const actionOfWord = createWordLookup<'pin' | 'unpin'>([
  [actions.pin, 'pin'],
  [actions.unpin, 'unpin'],
]);
const maxWordsLength = 60;

/** Returns the action that a cell names (`Desafixar` → `unpin`), or null. */
export const readActionWord = (cell: string): 'pin' | 'unpin' | null =>
  cell.length > maxWordsLength ? null : (actionOfWord(cell) ?? null);

/** Returns the hours in a unit of time: `days` → 24. */
export const hoursOfUnit = createWordLookup(Object.entries(units));

/** A duration is a number with a unit, or an article with a unit: `24 hours`, `7_days`, `30,0 dias`, `uma semana`. */
const durationPattern = /^(?:(\d{1,7})(?:[.,]0{1,3})?[\s_-]*|(?:an?|uma?|una|ek|एक)[\s_-]+)([\p{L}\p{M}]+)\.?$/iu;

/** Returns the hours that a cell names, or null. A number without a unit gives null too. */
export function readHours(cell: string): number | null {
  if (cell.length > maxWordsLength) return null;
  const [, number = '1', unit = ''] = durationPattern.exec(cell.trim()) ?? [];
  const hours = hoursOfUnit(unit);
  return hours === undefined ? null : Math.round(Number(number) * hours * 3600) / 3600;
}
