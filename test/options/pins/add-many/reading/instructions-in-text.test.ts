import { describe, expect, it } from 'vitest';
import { idOf } from './logs.ts';
import { rowsOf } from './rows-of.ts';

const [a, b] = [idOf(1), idOf(2)];
const chat = '5511987654321';
const readInstructions = async (text: string) =>
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
        ['b', 'said-of-several', null],
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
    [
      'numbered lines and arrows',
      `1. ${a} desafixar\n2) ${b} → fixar 30 dias`,
      [
        ['a', 'unpin', null],
        ['b', 'pin', 30],
      ],
    ],
    [
      'a body of a call',
      `POST /v1/message/${a}/pin {"pin":true,"time":30}\nPOST /v1/message/${b}/pin {"pin":false}`,
      [
        ['a', 'pin', 30],
        ['b', 'action-unknown', null],
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
  ])('the instruction of each message is read from %s', async (_, text, rows) =>
    expect(await readInstructions(text)).toEqual(rows),
  );

  const key = (id: string) => `true_${chat}@c.us_${id}`;
  it.each<[string, string, unknown[]]>([
    ['a heading', `Desafixar:\n${key(a)}\n${key(b)}`, ['said-of-several', null]],
    ['a heading of Markdown', `## Unpin\n- ${key(a)}\n- ${key(b)}`, ['said-of-several', null]],
    ['a heading apart from its list', `Dejar de fijar\n\n${key(a)}\n\n${key(b)}`, ['said-of-several', null]],
    ['a heading with a duration', `Fixar por 30 dias:\n${a}\n${b}`, ['said-of-several', 'said-of-several']],
    ['a sentence below', `${key(a)}\n${key(b)}\nplease unpin these`, ['said-of-several', null]],
    ['a line between', `${key(a)}\nunpin\n${key(b)}`, ['said-of-several', null]],
    ['a line of two', `unpin ${key(a)} and ${key(b)}`, ['said-of-several', null]],
    ['words that are not known', `${key(a)} Support unpin\n${key(b)} - unpin (Maria)`, ['said-of-several', null]],
  ])('an instruction is a problem of both messages in %s', async (_, text, [action, days]) =>
    expect(await readInstructions(text)).toEqual([
      ['a', action, days],
      ['b', action, days],
    ]),
  );

  it.each([
    ['a log that calls itself so', `2026-08-02T14:03:11Z INFO [pin] unpin ok ${a}`],
    ['a payload about something else', `INFO {"messageId":"${a}","action":"message.created","duration":12}`],
    ['a sentence', `Shipping: please look at ${a}`],
    ['nothing', a],
  ])('a text has no instruction in %s', async (_, text) =>
    expect(await readInstructions(text)).toEqual([['a', null, null]]),
  );
});
