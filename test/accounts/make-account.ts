import type { Account } from '../../src/accounts/account.ts';
import { periskopeFixture } from '../providers/periskope-fixture.ts';
import { zApiFixture } from '../providers/z-api-fixture.ts';

/** Creates an account at Z-API with the given properties. */
export const makeZApiAccount = (parts: Partial<Account> = {}): Account => ({
  id: 'support',
  providerId: 'z-api',
  name: 'Support',
  credentials: zApiFixture.credentials,
  number: null,
  days: 7,
  defaultChat: null,
  ...parts,
});

/** Creates an account at Periskope with the given properties. */
export const makePeriskopeAccount = (parts: Partial<Account> = {}): Account => ({
  id: 'community',
  providerId: 'periskope',
  name: 'Community',
  credentials: periskopeFixture.credentials,
  number: null,
  days: 30,
  defaultChat: null,
  ...parts,
});
