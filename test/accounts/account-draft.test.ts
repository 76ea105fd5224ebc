import { describe, expect, it } from 'vitest';
import { cleanDraft, credentialsOf, type Draft, problemsOf } from '../../src/accounts/account-draft.ts';
import { makeZApiAccount } from './make-account.ts';

const makeDraft = (parts: Partial<Draft> = {}): Draft => ({
  id: null,
  providerId: 'z-api',
  name: 'Support',
  credentials: makeZApiAccount().credentials,
  days: 7,
  defaultChat: '',
  ...parts,
});

const problems = (parts: Partial<Draft> = {}, others: readonly string[] = []) => {
  const draft = makeDraft(parts);
  return problemsOf(draft, draft.credentials, others);
};

describe('cleanDraft', () => {
  it('cleanDraft cleans the name and every field', () => {
    const draft = makeDraft({ name: ' Support ', credentials: { instanceId: ' 3C01\n', clientToken: 'F0 01' } });
    expect(cleanDraft(draft)).toMatchObject({
      name: 'Support',
      credentials: { instanceId: '3C01', clientToken: 'F001' },
    });
  });

  it('cleanDraft leaves out fields that the provider does not have', () => {
    const draft = makeDraft({
      providerId: 'periskope',
      credentials: { apiKey: 'Bearer abcdefgh', instanceId: '3C01' },
    });
    expect(cleanDraft(draft).credentials).toEqual({ apiKey: 'abcdefgh' });
  });

  it('cleanDraft leaves out fields that were not typed', () =>
    expect(cleanDraft(makeDraft({ credentials: {} })).credentials).toEqual({}));
});

describe('problemsOf a correct draft', () => {
  it.each([
    ['with everything', {}],
    ['without an optional field', { credentials: { instanceId: '3C01', instanceToken: '00A1' } }],
    ['with a default chat', { defaultChat: '+55 11 99999-9999' }],
    ['with a group as default chat', { defaultChat: '120363019502650977-group' }],
  ])('problemsOf finds nothing in a draft %s', (_what, parts) => expect(problems(parts)).toEqual({}));
});

describe('problemsOf a wrong draft', () => {
  const { instanceToken = '', ...rest } = makeZApiAccount().credentials;

  it.each([
    ['no name', { name: '' }, { name: 'required' }],
    ['a name that another has', { name: 'Sales' }, { name: 'taken' }],
    ['no credentials', { credentials: {} }, { instanceId: 'required', instanceToken: 'required' }],
    ['an emptied field', { credentials: { ...rest, instanceToken: '' } }, { instanceToken: 'required' }],
    ['a field in another form', { credentials: { ...rest, instanceToken: 'a b' } }, { instanceToken: 'format' }],
    [
      'the instance token as Client-Token',
      { credentials: { ...rest, instanceToken, clientToken: instanceToken } },
      { clientToken: 'same' },
    ],
    [
      'the instance token as instance ID',
      { credentials: { ...rest, instanceToken, instanceId: instanceToken } },
      { instanceId: 'same' },
    ],
    ['a default chat that cannot be read', { defaultChat: 'Support' }, { defaultChat: 'format' }],
    ['a default chat that cannot be pinned in', { defaultChat: '123456@newsletter' }, { defaultChat: 'format' }],
    ['no key and no phone', { providerId: 'periskope', credentials: {} }, { apiKey: 'required', phone: 'required' }],
  ])('problemsOf finds %s, and names its field', (_what, parts, named) =>
    expect(problems(parts, ['Sales'])).toEqual(named),
  );
});

describe('credentialsOf', () => {
  it.each([
    ['returns what was typed for a new account', { a: '1' }, undefined, { a: '1' }],
    ['puts what was typed over what is saved', { a: '2' }, { a: '1', b: '1' }, { a: '2', b: '1' }],
    ['leaves out a field that was emptied', { a: '' }, { a: '1', b: '1' }, { b: '1' }],
    ['returns the saved credentials if nothing was typed', {}, { a: '1' }, { a: '1' }],
  ])('credentialsOf %s', (_what, credentials, saved, used) =>
    expect(credentialsOf(makeDraft({ credentials }), saved && makeZApiAccount({ credentials: saved }))).toEqual(used),
  );

  it('credentialsOf never takes credentials from one provider to another', () =>
    expect(credentialsOf(makeDraft({ providerId: 'periskope', credentials: {} }), makeZApiAccount())).toEqual({}));
});
