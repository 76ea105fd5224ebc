import type messages from '../../public/_locales/en/messages.json';
import { getMessage } from '../platform/i18n';

export type MessageKey = keyof typeof messages;

/** A sentence as data: its key in `_locales` and its substitutions. A sentence can be stored, sent and tested. */
export type Sentence = readonly [key: MessageKey, ...substitutions: string[]];

/** Returns the text of a key in the user's language. Every key is in `_locales/en`, so a missing one is a defect. */
export function t(key: MessageKey, ...substitutions: string[]): string {
  return getMessage(key, substitutions);
}

type WithoutForm<Key, Form extends string> = Key extends `${infer Stem}_${Form}` ? Stem : never;

/** A key with a text for each plural form: `<key>_one`, `<key>_other`, and the further forms that a language has. */
export type PluralKey = WithoutForm<MessageKey, 'one'> & WithoutForm<MessageKey, 'other'>;

/**
 * Returns the sentence of a key in the plural form that a count needs in the language of the texts.
 * The count is the first substitution, written as people write numbers in that language.
 */
export function plural(key: PluralKey, count: number, ...substitutions: string[]): Sentence {
  const form = new Intl.PluralRules(language()).select(count);
  return [`${key}_${form}` as MessageKey, count.toLocaleString(language()), ...substitutions];
}

/**
 * Makes a key from names, such as the id of a provider, a field and `help`. Names are joined by `_`, and each dash in
 * them becomes `_` too. test/locales.test.ts checks that every key that can be made exists.
 */
export function keyOf(...names: string[]): MessageKey {
  return names.join('_').replaceAll('-', '_') as MessageKey;
}

/** Returns the language of the texts as a BCP 47 tag. The browser may have another language. */
export const language = (): string => t('language');
