import { describe, expect, it } from 'vitest';
import { idOf } from './logs.ts';
import { rowsOf } from './rows-of.ts';

const [a, b] = [idOf(1), idOf(2)];
const chat = '5511987654321';
const said = async (text: string) =>
  (await rowsOf(text)).map(({ reference, action, days, unread }) => [
    reference?.messageId === a ? 'a' : 'b',
    unread.action?.problem ?? action,
    unread.duration?.problem ?? days,
  ]);

describe('a text that is no table', () => {
  it.each<[string, string, unknown[]]>([
    [
      'words beside an id',
      `${a} unpin\n${b} pin`,
      [
        ['a', 'unpin', null],
        ['b', 'pin', null],
      ],
    ],
    [
      'words before an id',
      `desafixar ${a}\nfixar por: ${b}`,
      [
        ['a', 'unpin', null],
        ['b', null, null],
      ],
    ],
    [
      'an action and a duration',
      `${a} ${chat} pin 30 days\n${b}: 7 días fijar`,
      [
        ['a', 'pin', 30],
        ['b', 'pin', 7],
      ],
    ],
    [
      'records of keys',
      `messageId: ${a}\nphone: ${chat}\naction: unpin\n\nmessageId: ${b}\nphone: ${chat}\nduração: 30 dias`,
      [
        ['a', 'unpin', null],
        ['b', null, 30],
      ],
    ],
    [
      'log lines',
      `INFO {"messageId":"${a}","messageAction":"unpin"} sent\nINFO {"messageId":"${b}","pinMessageDuration":"7_days"}`,
      [
        ['a', 'unpin', null],
        ['b', null, 7],
      ],
    ],
    ['a form', `messageId=${a}&phone=${chat}&messageAction=unpin`, [['a', 'unpin', null]]],
    [
      'a call',
      `curl https://example.org/pin-message -d '{\n"phone": "${chat}",\n"messageId": "${a}",\n"messageAction": "unpin"\n}'`,
      [['a', 'unpin', null]],
    ],
    ['another duration', `messageId: ${a}\nvalidade: 2 semanas`, [['a', null, 'days-unknown']]],
    ['a contradiction', `messageId: ${a}\naction: pin\noperation: unpin`, [['a', 'action-unknown', null]]],
    [
      'arrays by lines',
      `[["${a}", "unpin"],\n["${b}", "7 days"]]`,
      [
        ['a', 'unpin', null],
        ['b', null, 7],
      ],
    ],
    [
      'an array of arrays',
      JSON.stringify([
        [a, 'unpin'],
        [b, 'pin'],
      ]),
      [
        ['a', 'said-of-several', null],
        ['b', 'said-of-several', null],
      ],
    ],
    ['HTML', `<tr><td>${a}</td><td>desafixar</td><td>30 dias</td></tr>`, [['a', 'unpin', 30]]],
    [
      'a list inside a list',
      JSON.stringify({
        data: [
          { messageId: a, action: 'unpin' },
          { messageId: b, action: 'pin' },
        ],
      }),
      [
        ['a', 'said-of-several', null],
        ['b', 'said-of-several', null],
      ],
    ],
    [
      'a word above a list',
      `action: unpin\n${a}\n${b}`,
      [
        ['a', 'said-of-several', null],
        ['b', 'said-of-several', null],
      ],
    ],
  ])('is believed in %s', async (_, text, rows) => expect(await said(text)).toEqual(rows));

  it.each([
    ['a payload about something else', `INFO {"messageId":"${a}","action":"message.created","duration":12}`],
    ['a sentence', `Shipping: please look at ${a}`],
    ['nothing', a],
  ])('says nothing in %s', async (_, text) => expect(await said(text)).toEqual([['a', null, null]]));
});
