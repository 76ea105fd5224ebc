import { expect, it } from 'vitest';
import { hasLostDigits, readAction, readChatCell, readDays } from '../../../../src/options/pins/add-many/cells.ts';

const said = ({ value, problem }: { value: unknown; problem: unknown }) => problem ?? value;

it.each([
  ['pin', 'pin'],
  [' Unpin ', 'unpin'],
  ['UN-PIN', 'unpin'],
  ['Fixar', 'pin'],
  ['desafixar', 'unpin'],
  ['fijar', 'pin'],
  ['Dejar de fijar', 'unpin'],
  ['desfijar', 'unpin'],
  ['anclar', 'pin'],
  ['desanclar', 'unpin'],
  ['पिन करें', 'pin'],
  ['अनपिन करें', 'unpin'],
  ['पिन हटाएँ', 'unpin'],
  ['unpin karein', 'unpin'],
  ['="unpin"', 'unpin'],
  ['**pin**', 'pin'],
  ['', null],
  ['-', null],
  ['delete', 'action-unknown'],
  ['true', 'action-unknown'],
  ['pin/unpin', 'action-unknown'],
  ['não fixar', 'action-unknown'],
  ['pinned', 'action-unknown'],
])('the action %j is %j', (cell, action) => expect(said(readAction(cell))).toBe(action));

it.each([
  ['1', 1],
  ['7', 7],
  ['30', 30],
  ['7,0', 7],
  ['30.00', 30],
  ['7 days', 7],
  ['7_days', 7],
  ['1 day', 1],
  ['30d', 30],
  ['24 hours', 1],
  ['24_horas', 1],
  ['24h', 1],
  ['168 hours', 7],
  ['a week', 7],
  ['1 week', 7],
  ['uma semana', 7],
  ['30 dias', 30],
  ['7 días', 7],
  ['7 दिन', 7],
  ['24 घंटे', 1],
  ['2592000 seconds', 30],
  ['', null],
  ['—', null],
  ['24', 'days-unit'],
  ['168', 'days-unit'],
  ['2 days', 'days-unknown'],
  ['7 weeks', 'days-unknown'],
  ['1 month', 'days-unknown'],
  ['um mês', 'days-unknown'],
  ['one week', 'days-unknown'],
  ['7.5', 'days-unknown'],
  ['7,5 dias', 'days-unknown'],
  ['-7', 'days-unknown'],
  ['forever', 'days-unknown'],
  ['2026-12-01', 'days-unknown'],
  ['1 hour', 'days-unknown'],
])('the duration %j is %j', (cell, days) => expect(said(readDays(cell, null))).toBe(days));

it.each<[string, Parameters<typeof readDays>[1], unknown]>([
  ['24', 1, 1],
  ['7', 1, 'days-unknown'],
  ['7 days', 1, 7],
  ['30', 24, 30],
  ['24', 24, 'days-unknown'],
  ['1', 168, 7],
  ['604800', 1 / 3600, 7],
  ['7', 'unclear', 'days-unit'],
])('the duration %j in a column of %j hours is %j', (cell, hours, days) =>
  expect(said(readDays(cell, hours))).toBe(days),
);

it.each([
  ['5511987654321', '5511987654321'],
  ['="5511987654321"', '5511987654321'],
  ["'+55 11 98765-4321", '+55 11 98765-4321'],
  ['5511987654321.0', '5511987654321'],
  ['5511987654321,00', '5511987654321'],
  ['120363019502650977-group', '120363019502650977-group'],
  ['', null],
  ['5.51E+12', 'chat-digits-lost'],
  ['5,51199E+12', 'chat-digits-lost'],
  ['120363019502650000', 'chat-digits-lost'],
  ['Maria', 'chat-unread'],
  ['12345', 'chat-unread'],
])('the chat %j is %j', (cell, chat) => expect(said(readChatCell(cell))).toBe(chat));

it.each([
  ['1.23457E+19', true],
  ['3EB0796DC6B777C0C7CD', false],
  ['3A1234567890123456AB', false],
])('the id %j has lost digits: %j', (cell, lost) => expect(hasLostDigits(cell)).toBe(lost));
