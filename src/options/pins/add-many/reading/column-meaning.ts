import { hoursOfUnit, readActionWord } from '../../../../references/cell-words';
import { type ColumnMeaning, columnMeaning as commonMeaning, plainWords } from '../../../../references/column-names';
import { roleOf } from '../../../../references/keys';

/**
 * Further column names in English, Portuguese, Spanish and Hindi. They are not part of the worker and the popup, which
 * are smaller without them.
 */
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

/** Names of columns that have nothing to do with a pin. These columns are unused, without a warning. */
const unrelated = new Set(
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

/** Names that mean the sender of a message in payloads, but can mean anything in tables. */
const ambiguous = new Set(['owner', 'flow', 'class', 'type']);

/** Splits `Duration (days)`, `periodo_em_horas` or `periodHours` into its name and its unit. */
function partsOf(name: string): { label: string; unit: string | undefined } {
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').split(/[^\p{L}\p{M}\p{N}]+/u);
  const isUnit = (word: string) => hoursOfUnit(word) !== undefined;
  return {
    label: words.filter((word) => !isUnit(word) && !/^(?:in|em|en)$/i.test(word)).join(''),
    unit: words.find(isUnit),
  };
}

/** Returns the meaning of a column by its name; null for an unknown name. */
export function columnMeaning(name: string): ColumnMeaning | null {
  if (isAmbiguous(name)) return null;
  const meaning = commonMeaning(name) ?? byName.get(plainWords(name.replace(/[([].*/, '')));
  return meaning ?? byName.get(plainWords(partsOf(name).label)) ?? (readActionWord(name) ? 'action' : null);
}

/** Returns the hours of one unit in a column of that name: 24 for `days`; null if the name has no unit. */
export const hoursOfColumn = (name: string): number | null => hoursOfUnit(partsOf(name).unit ?? '') ?? null;

/** Tells whether a name may mean the sender of a message, or anything else. */
export const isAmbiguous = (name: string): boolean => ambiguous.has(plainWords(name));

/** Tells whether a name is known to have nothing to do with a pin. */
export const isUnrelatedName = (name: string): boolean =>
  unrelated.has(plainWords(name)) || roleOf(plainWords(name)).role === 'unrelated';
