import { plainKey, roleOf } from './keys';

/** What a column of a table says, by its name. `sender`: whether the account sent the message, or who did. */
export type ColumnMeaning = 'message' | 'chat' | 'account' | 'action' | 'duration' | 'sender';

/**
 * Names beside those that payloads have too, in the languages of the users: English, Portuguese, Spanish, Hindi. In
 * payloads many of them mean something else: `message` is a text there.
 */
const names: Readonly<Record<Exclude<ColumnMeaning, 'sender'>, string>> = {
  message:
    'message mensagem mensaje key messagelink linkdamensagem linkdelmensaje iddomensagem mensagemid mensajeid ' +
    'संदेश सन्देश मैसेज संदेशआईडी मैसेजआईडी sandesh sandeshid',
  chat:
    'celular numero numerodetelefone numerodotelefone numerodetelefono numerodecelular numerodewhatsapp whatsapp ' +
    'whatsappnumber mobile mobilenumber mobileno phoneno cell cellphone contactnumber tel fone movil conversa ' +
    'conversacion destinatario चैट फोन फोननंबर फ़ोन फ़ोननंबर नंबर मोबाइल मोबाइलनंबर समूह ग्रुप',
  account:
    'account accountname conta nomedaconta cuenta nombredelacuenta instance instancia channel canal खाता अकाउंट khata',
  action:
    'action actiontype typeofaction messageaction acao tipodeacao accion tipodeaccion operation operationtype ' +
    'typeofoperation operacao tipodeoperacao operacion tipodeoperacion command comando pinunpin pinorunpin ' +
    'fixardesafixar fijardesfijar oquefazer quehacer कार्रवाई कार्य क्रिया एक्शन ऐक्शन karya karrwai kriya',
  duration:
    'days dias hours horas weeks semanas दिन घंटे duration duracao duracion pinduration pinmessageduration keeppinnedfor pinnedfor pinfor fixarpor fijarpor expiresin ' +
    'expireafter expiresafter expiraem venceem expiraen venceen validade validez validity validfor tempo tiempo ' +
    'periodo period prazo plazo howlong porquantotempo cuantotiempo अवधि समय avadhi samay',
};

/** Units of time, and how many hours are in one. */
const units: readonly (readonly [string, number])[] = [
  ['h hr hrs hour hours hora horas घंटा घंटे घंटों घण्टा घण्टे ghanta ghante', 1],
  ['d day days dia dias दिन दिनों din', 24],
  ['w wk week weeks semana semanas सप्ताह हफ्ता हफ्ते हफ़्ता हफ़्ते hafta hafte saptah', 168],
  ['s sec second seconds segundo segundos', 1 / 3600],
];

/** Without case, accents, blanks and marks; the signs of Hindi are letters, not accents. */
export const plainWords = (text: string): string =>
  plainKey(
    text
      .normalize('NFKD')
      .replace(/[\u0300-\u036f\u200c\u200d]/g, '')
      .replaceAll('ँ', 'ं'),
  ).replace(/[^\p{L}\p{M}\p{N}]/gu, '');

const meanings = new Map(
  (Object.keys(names) as (keyof typeof names)[]).flatMap((meaning) =>
    names[meaning].split(' ').map((name): [string, ColumnMeaning] => [plainWords(name), meaning]),
  ),
);
const hoursByUnit = new Map(
  units.flatMap(([words, hours]) => words.split(' ').map((word): [string, number] => [plainWords(word), hours])),
);

const ofPayloads: Readonly<Record<string, ColumnMeaning>> = {
  ...{ message: 'message', messages: 'message', id: 'message', queue: 'message' },
  ...{ chat: 'chat', account: 'account', direction: 'sender', participant: 'sender' },
};

/** How many hours a unit has: `days` → 24. */
export const hoursOfUnit = (word: string): number | undefined => hoursByUnit.get(plainWords(word));

/** `Duration (days)` → `Duration` and `days`; `duration_in_hours`, `durationHours` likewise. */
function partsOf(name: string): { name: string; unit: string | undefined } {
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').split(/[^\p{L}\p{M}\p{N}]+/u);
  const isUnit = (word: string) => hoursOfUnit(word) !== undefined;
  const rest = words.filter((word) => !isUnit(word)).join(' ');
  return { name: rest.replace(/ (?:in|em|en)\s*$/, ''), unit: words.find(isUnit) };
}

/** What a column of that name says, or null where nobody knows. */
export function columnMeaning(name: string): ColumnMeaning | null {
  const plain = plainWords(name);
  const { role } = roleOf(plain);
  const known = ofPayloads[role] ?? meanings.get(plain);
  if (known || role === 'unrelated') return known ?? null;
  const { name: rest, unit } = partsOf(name);
  if (unit && meanings.get(plainWords(rest)) === 'duration') return 'duration';
  return meanings.get(plainWords(name.replace(/\(.*?\)|\[.*?\]/g, ''))) ?? null;
}

/** How many hours a number without a unit means in a column of that name; null where the name does not say. */
export const hoursOfColumn = (name: string): number | null => hoursOfUnit(partsOf(name).unit ?? '') ?? null;
