import { hoursOfUnit, plainWords } from './column-names';

/** How people write that a message is to be pinned or unpinned, as WhatsApp says it in their language. */
const actions = {
  pin:
    'pin pinit pinmessage fixar fixarmensagem afixar afixarmensagem fijar fijarmensaje anclar anclarmensaje ' +
    'पिन पिनकरें पिनकरे पिनकरो पिनकीजिए pinkaren pinkare pinkarein pinkaro',
  unpin:
    'unpin unpinit unpinmessage removepin desafixar desafixarmensagem desfixar desfijar desfijarmensaje dejardefijar ' +
    'dejardefijarmensaje desanclar desanclarmensaje अनपिन अनपिनकरें अनपिनकरे अनपिनकरो अनपिनकीजिए पिनहटाएं पिनहटाये पिनहटाएँ पिनहटाओ ' +
    'unpinkaren unpinkare unpinkarein unpinkaro pinhataye pinhataen pinhatayen pinhatao',
} as const;

const actionByWord = new Map(
  (['pin', 'unpin'] as const).flatMap((action) =>
    actions[action].split(' ').map((word): [string, 'pin' | 'unpin'] => [plainWords(word), action]),
  ),
);

/** The action that a cell names: `Desafixar` → `unpin`; null for anything else. */
export const readActionWord = (cell: string): 'pin' | 'unpin' | null =>
  cell.length > longestWords ? null : (actionByWord.get(plainWords(cell)) ?? null);

/** A number with a unit, or one of something: `24 hours`, `7_days`, `30,0 dias`, `uma semana`. */
const timed = /^(?:(\d{1,7})(?:[.,]0{1,3})?|an?|uma?|una|ek|एक)[\s_-]*([\p{L}\p{M}\u200d]+)\.?$/iu;
const longestWords = 60;

/** How many hours a cell names with its unit; null for anything else, also for a number alone. */
export function readHours(cell: string): number | null {
  if (cell.length > longestWords) return null;
  const [, number = '1', unit = ''] = timed.exec(cell.trim()) ?? [];
  const hours = hoursOfUnit(unit);
  return hours === undefined ? null : Math.round(Number(number) * hours * 3600) / 3600;
}
