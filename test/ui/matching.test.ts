import { describe, expect, it } from 'vitest';
import { fold, matching } from '../../src/ui/matching.ts';

const options = [
  ['Condomínio Jardim das Flores', '120363019502650977'],
  ['Mariana Costa', '5511987654321'],
  ['ÅSA ELŻBIETA', '4670000000'],
].map(([name = '', digits = '']) => ({ name, digits, folded: fold(`${name} +${digits}`) }));

const matchesOf = (query: string) => matching(options, query).map(({ name }) => name.split(' ')[0]);

describe('options', () => {
  it.each([
    ['condominio', ['Condomínio']],
    ['JARDÍM  flo', ['Condomínio']],
    ['flores jardim', ['Condomínio']],
    ['costa', ['Mariana']],
    ['asa elz', ['ÅSA']],
    ['+55 (11) 98765-4321', ['Mariana']],
    ['98765', ['Mariana']],
    ['120363', ['Condomínio']],
    ['costa 98765', ['Mariana']],
    ['nobody', []],
    ['(', []],
    ['.*', []],
  ])('the options that match "%s" are %j', (query, names) => expect(matchesOf(query)).toEqual(names));

  it.each(['', '  '])('all options match the query "%s"', (query) => expect(matching(options, query)).toBe(options));
});
