import { plainKey, roleOf } from './keys';

/** What a column of a table says, by its name. `sender`: whether the account sent the message, or who did. */
export type ColumnMeaning = 'message' | 'chat' | 'account' | 'action' | 'duration' | 'sender';

const ofPayloads: Readonly<Record<string, ColumnMeaning>> = {
  ...{ message: 'message', messages: 'message', id: 'message', queue: 'message' },
  ...{ chat: 'chat', account: 'account', direction: 'sender', participant: 'sender' },
};

/** Names that mean something else in payloads, where `message` is a text, or are in none. */
const ofTables: readonly (readonly [ColumnMeaning, RegExp])[] = [
  ['message', /^(?:message|mensagem|mensaje|key)$/],
  ['chat', /^(?:celular|movil|mobile|whatsapp)(?:number)?$/],
  ['action', /^(?:typeof|tipode)?(?:message)?(?:action|operation|acao|operacao|accion|operacion)(?:type)?$/],
  [
    'duration',
    /^(?:pin(?:message)?)?dura(?:tion|cao|cion)|^(?:days|dias|hours|horas)$|^(?:keep)?pinnedfor$|^expires?(?:in|after)$|^(?:expira|vence)n?e[mn]$|^valid(?:ade|ez|ity)$/,
  ],
];

/** Without case, accents, blanks and marks; the signs of Hindi are letters, not accents. */
export const plainWords = (text: string): string =>
  plainKey(text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '')).replace(/[^\p{L}\p{M}\p{N}]/gu, '');

/** What a column of that name says, or null where that is not known here: Add many knows more names. */
export function columnMeaning(name: string): ColumnMeaning | null {
  const plain = plainWords(name.replace(/[([].*/, ''));
  return ofPayloads[roleOf(plain).role] ?? ofTables.find(([, names]) => names.test(plain))?.[0] ?? null;
}
