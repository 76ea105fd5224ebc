import { hoursOfUnit, readActionWord } from '../../../../references/cell-words';
import { type ColumnMeaning, columnMeaning as commonMeaning, plainWords } from '../../../../references/column-names';
import { roleOf } from '../../../../references/keys';

/** More names than every page and the worker need, in the languages of the users: English, Portuguese, Spanish, Hindi. */
const names: Readonly<Partial<Record<ColumnMeaning, string>>> = {
  message:
    'messagelink linkdamensagem linkdelmensaje iddomensagem mensagemid mensajeid संदेश सन्देश मैसेज संदेशआईडी मैसेजआईडी ' +
    'sandesh sandeshid',
  chat:
    'numero numerodetelefone numerodotelefone numerodetelefono numerodecelular numerodewhatsapp ' +
    'mobileno phoneno cell cellphone contactnumber tel fone conversa ' +
    'conversacion destinatario चैट फोन फोननंबर फ़ोन फ़ोननंबर नंबर मोबाइल मोबाइलनंबर समूह ग्रुप',
  account:
    'account accountname conta nomedaconta cuenta nombredelacuenta instance instancia channel canal खाता अकाउंट khata',
  action:
    'command comando pinunpin pinorunpin fixardesafixar fijardesfijar oquefazer quehacer कार्रवाई कार्य क्रिया एक्शन ऐक्शन ' +
    'karya karrwai kriya',
  duration:
    'pinfor fixarpor fijarpor validfor tempo tiempo periodo period prazo plazo howlong porquantotempo cuantotiempo weeks ' +
    'semanas दिन घंटे अवधि समय avadhi samay',
};

const byName = new Map(
  (Object.keys(names) as ColumnMeaning[]).flatMap((meaning) =>
    (names[meaning] ?? '').split(' ').map((name): [string, ColumnMeaning] => [plainWords(name), meaning]),
  ),
);

/** Names that say nothing about a pin: these columns are not used, and nobody has to look. */
const others = new Set(
  (
    'status estado estatus situacao state date data fecha day time timestamp hour horario datetime createdat created ' +
    'updatedat name nome nombre firstname lastname fullname sobrenome apellido note notes nota notas obs observacao ' +
    'observacoes observacion observaciones comment comments comentario comentarios text texto body content conteudo ' +
    'contenido title titulo subject assunto asunto email valor value price preco precio total amount city cidade ' +
    'ciudad country pais row line linha linea fila index seq no n nr customer client cliente contact contato ' +
    'contacto user usuario pushname sendername contactname nomedocontato chatname groupname nomedogrupo ' +
    'nombredelgrupo tag tags label reason motivo problem priority order pedido department type tipo owner class flow ' +
    'स्थिति दिनांक तारीख नाम टिप्पणी नोट नोट्स क्रमांक क्रम शहर'
  )
    .split(' ')
    .map(plainWords),
);

/** Words that tell who sent a message in payloads, and mean anything in tables. */
const ambiguous = new Set(['owner', 'flow', 'class', 'type']);

/** `Duration (days)` → `Duration` and `days`; `periodo_em_horas`, `periodHours` likewise. */
function partsOf(name: string): { rest: string; unit: string | undefined } {
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').split(/[^\p{L}\p{M}\p{N}]+/u);
  const isUnit = (word: string) => hoursOfUnit(word) !== undefined;
  return {
    rest: words.filter((word) => !isUnit(word) && !/^(?:in|em|en)$/i.test(word)).join(''),
    unit: words.find(isUnit),
  };
}

/** What a column of that name says, or null where nobody knows. */
export function columnMeaning(name: string): ColumnMeaning | null {
  if (isAmbiguous(name)) return null;
  const known = commonMeaning(name) ?? byName.get(plainWords(name.replace(/[([].*/, '')));
  return known ?? byName.get(plainWords(partsOf(name).rest)) ?? (readActionWord(name) ? 'action' : null);
}

/** How many hours a number without a unit means in a column of that name; null where the name does not say. */
export const hoursOfColumn = (name: string): number | null => hoursOfUnit(partsOf(name).unit ?? '') ?? null;

/** A name that may tell who sent a message, or anything else. */
export const isAmbiguous = (name: string): boolean => ambiguous.has(plainWords(name));

/** A name that is known to say nothing about a pin. */
export const isOtherName = (name: string): boolean =>
  others.has(plainWords(name)) || roleOf(plainWords(name)).role === 'unrelated';
