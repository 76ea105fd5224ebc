import { expect, it } from 'vitest';
import { gridTarget } from '../../../../../src/options/pins/add-many/review/grid-keys.ts';

const press = (key: string, more = {}) =>
  gridTarget({ key, ctrlKey: false, metaKey: false, altKey: false, ...more }, { row: 10, stop: 2 }, 8, 20);

it.each([
  ['ArrowDown', {}, { row: 11, stop: 2 }],
  ['ArrowUp', {}, { row: 9, stop: 2 }],
  ['ArrowRight', {}, { row: 10, stop: 3 }],
  ['ArrowLeft', {}, { row: 10, stop: 1 }],
  ['Home', {}, { row: 10, stop: 0 }],
  ['End', {}, { row: 10, stop: 7 }],
  ['Home', { ctrlKey: true }, { row: 0, stop: 0 }],
  ['End', { ctrlKey: true }, { row: 19, stop: 7 }],
  ['PageDown', {}, { row: 18, stop: 2 }],
  ['PageUp', {}, { row: 2, stop: 2 }],
  ['ArrowDown', { altKey: true }, null],
  ['ArrowDown', { ctrlKey: true }, null],
  ['a', {}, null],
  ['Tab', {}, null],
])('the key %s with %j moves to %j', (key, more, expected) => expect(press(key, more)).toEqual(expected));

it('keys do not move beyond the edges of the grid', () => {
  const corner = { row: 0, stop: 0 };
  const pressed = { ctrlKey: false, metaKey: false, altKey: false };
  expect(gridTarget({ ...pressed, key: 'ArrowUp' }, corner, 8, 20)).toEqual(corner);
  expect(gridTarget({ ...pressed, key: 'ArrowLeft' }, corner, 8, 20)).toEqual(corner);
  expect(gridTarget({ ...pressed, key: 'PageDown' }, { row: 18, stop: 7 }, 8, 20)).toEqual({ row: 19, stop: 7 });
});
