import type messages from '../../public/_locales/en/messages.json';
import { getMessage } from '../platform/i18n';

export type MessageKey = keyof typeof messages;

/** A sentence as data: its key in `_locales`, and what is filled in. It can be stored, sent and tested. */
export type Sentence = readonly [key: MessageKey, ...substitutions: string[]];

/** The text of a key in the user's language. Every key is in `_locales/en`, so a missing one is a defect. */
export function t(key: MessageKey, ...substitutions: string[]): string {
  return getMessage(key, substitutions);
}

/**
 * A key that is made of names from the provider records (`z-api`, `instanceId`, `help` → `z_api_instanceId_help`).
 * The registry test holds all of them against `_locales`.
 */
export function keyOf(...names: string[]): MessageKey {
  return names.join('_').replaceAll('-', '_') as MessageKey;
}

/** The language that the texts are in, as a BCP 47 tag: it need not be the browser's. */
export const language = (): string => t('language');
