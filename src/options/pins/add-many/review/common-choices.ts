import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { AccountView } from '../../../../accounts/account';
import type { Days } from '../../../../providers/contract/provider';
import { readTypedChat, type TypedChat } from '../editing/typed-chat';
import { numberCountries } from './number-countries';
import { preferredCountry } from './preferred-country';

/** The choices for all rows that have no value of their own. */
export interface CommonChoices {
  accountId: string | null;
  /** The chat as it was typed. */
  chat: string;
  /** The country of numbers without a country code, as an ISO 3166 code. */
  country: string | null;
  action: 'pin' | 'unpin';
  days: Days;
}

export interface CommonChoicesState {
  choices: ReadonlySignal<CommonChoices>;
  /** The meaning of the typed chat. */
  chatForAll: ReadonlySignal<TypedChat>;
  /** Possible countries of numbers without a country code, as ISO 3166 codes. */
  countries: ReadonlySignal<readonly string[]>;
  set(change: Partial<CommonChoices>): void;
  /** Restores the default account and its duration, and removes the chat. The country stays. */
  reset(): void;
}

export function createCommonChoices(accounts: ReadonlySignal<AccountView[]>): CommonChoicesState {
  const choices = signal<CommonChoices>({ accountId: null, chat: '', country: null, action: 'pin', days: 7 });
  const preferred = signal<string | null>(null);
  // The country and the chat have signals of their own, so that a new action or duration does not update the countries.
  const country = computed(() => choices.value.country);
  const chat = computed(() => choices.value.chat);
  const countries = computed(() => numberCountries(accounts.value, country.value, preferred.value));

  return {
    choices,
    countries,
    chatForAll: computed(() => readTypedChat(chat.value, countries.value)),
    set(change) {
      choices.value = { ...choices.peek(), ...change };
    },
    reset() {
      const account = accounts.peek().find(({ isDefault }) => isDefault) ?? accounts.peek()[0];
      choices.value = {
        ...choices.peek(),
        accountId: account?.id ?? null,
        chat: '',
        action: 'pin',
        days: account?.days ?? 7,
      };
      void preferredCountry().then((stored) => {
        preferred.value = stored;
      });
    },
  };
}
