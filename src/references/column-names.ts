import { plainKey, roleOf } from './keys';

/** The content of a column's cells. `sender`: who sent the message, or whether the account did. */
export type ColumnMeaning = 'message' | 'chat' | 'account' | 'action' | 'duration' | 'sender';

const meaningOfRole: Readonly<Record<string, ColumnMeaning>> = {
  ...{ message: 'message', messages: 'message', id: 'message', uuid: 'message' },
  ...{ chat: 'chat', account: 'account', direction: 'sender', participant: 'sender' },
};

/** Column names that payloads do not have, or that mean something else there: in a payload, `message` is a text. */
const tableNames: readonly (readonly [ColumnMeaning, RegExp])[] = [
  ['message', /^(?:message|mensagem|mensaje|key)$/],
  ['chat', /^(?:celular|movil|mobile|whatsapp)(?:number)?$/],
  ['action', /^(?:typeof|tipode)?(?:message)?(?:action|operation|acao|operacao|accion|operacion)(?:type)?$/],
  [
    'duration',
    /^(?:pin(?:message)?)?dura(?:tion|cao|cion)|^(?:days|dias|hours|horas)$|^(?:keep)?pinnedfor$|^expires?(?:in|after)$|^(?:expira|vence)n?e[mn]$|^valid(?:ade|ez|ity)$/,
  ],
];

/** Removes case, accents, spaces and punctuation. The vowel signs of Hindi are kept: they are not accents. */
export const plainWords = (text: string): string =>
  plainKey(text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '')).replace(/[^\p{L}\p{M}\p{N}]/gu, '');

/** Returns the meaning of a column by its name, or null for an unknown name. The screen Add many knows more names. */
export function columnMeaning(name: string): ColumnMeaning | null {
  const plain = plainWords(name.replace(/[([].*/, ''));
  return meaningOfRole[roleOf(plain).role] ?? tableNames.find(([, names]) => names.test(plain))?.[0] ?? null;
}
