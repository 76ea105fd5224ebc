/**
 * Tables as people make them. `{1}` stands for the first message's id, `{k1}` for its whole key in the chat
 * 5511987654321. Each row is told by its message's number, action, duration, account and chat; `*` is what the row
 * leaves to what is said for all. What cannot be read is told after `!`, with the cell's own words.
 */
export interface PeopleTable {
  name: string;
  text: string;
  rows: readonly string[];
  /** Names of columns that the user is to look at; a number is a column without one. */
  lookAt?: readonly (string | number)[];
}

const lines = (...all: string[]): string => all.join('\n');
const chat = '5511987654321';
const otherChat = '5511912345678';

export const peopleTables: readonly PeopleTable[] = [
  // The two of the report.
  {
    name: 'Portuguese, an account first, a whole key',
    text: lines('conta;mensagem;duração;ação', 'Atendimento;{k1};30 dias;desafixar'),
    rows: ['1 unpin 30 Atendimento 5511987654321'],
  },
  {
    name: 'English, Operation and Expires in',
    text: lines('Message ID,Phone,Operation,Expires in', `{1},${chat},unpin,30 days`),
    rows: [`1 unpin 30 * ${chat}`],
  },
  // English.
  {
    name: 'all columns in English',
    text: lines(
      'messageId,chat,account,action,days',
      `{1},${chat},Loja,pin,7`,
      `{2},${otherChat},Atendimento,unpin,`,
      `{3},${chat},,,`,
    ),
    rows: [`1 pin 7 Loja ${chat}`, `2 unpin * Atendimento ${otherChat}`, `3 * * * ${chat}`],
  },
  {
    name: 'a unit in the header',
    text: lines('Message ID,Phone,Duration (hours)', `{1},${chat},24`, `{2},${chat},168`, `{3},${chat},7`),
    rows: [`1 * 1 * ${chat}`, `2 * 7 * ${chat}`, '3 ! days-unknown 7'],
  },
  {
    name: 'hours and days without a unit in one column',
    text: lines('Message ID,Phone,Duration', `{1},${chat},24`, `{2},${chat},30`, `{3},${chat},7 days`),
    rows: ['1 ! days-unit 24', '2 ! days-unit 30', `3 * 7 * ${chat}`],
  },
  {
    name: 'the unit in a column of its own',
    text: lines('Message ID,Phone,Duration,Unit', `{1},${chat},1,week`, `{2},${chat},7,days`, `{3},${chat},7 days,`),
    rows: ['1 ! days-unit 1', '2 ! days-unit 7', `3 * 7 * ${chat}`],
    lookAt: ['Unit'],
  },
  {
    name: 'weeks and months',
    text: lines('Message ID,Phone,Keep pinned for', `{1},${chat},a week`, `{2},${chat},1 week`, `{3},${chat},a month`),
    rows: [`1 * 7 * ${chat}`, `2 * 7 * ${chat}`, '3 ! days-unknown a month'],
  },
  {
    name: 'extra columns and dates',
    text: lines(
      'Date,Name,Message ID,Phone,Type of action,Status,Notes',
      `2026-08-02,Maria,{1},${chat},unpin,open,"call, please"`,
      `02/08/2026,João,{2},${otherChat},pin,sent,`,
    ),
    rows: [`1 unpin * * ${chat}`, `2 pin * * ${otherChat}`],
  },
  {
    name: 'an action that is none of the two',
    text: lines('message,chat,action', `{1},${chat},archive`, `{2},${chat},delete`, `{3},${chat},Pin`),
    rows: ['1 ! action-unknown archive', '2 ! action-unknown delete', `3 pin * * ${chat}`],
  },
  {
    name: 'a column that nobody knows beside those that are known',
    text: lines('messageId,chat,Verb,Lifetime', `{1},${chat},take down,two weeks`),
    rows: [`1 * * * ${chat}`],
    lookAt: ['Verb', 'Lifetime'],
  },
  {
    name: 'an unknown name over actions and durations',
    text: lines('messageId,chat,Verb,Lifetime', `{1},${chat},unpin,30 days`, `{2},${chat},pin,24 hours`),
    rows: [`1 unpin 30 * ${chat}`, `2 pin 1 * ${chat}`],
    lookAt: ['Verb', 'Lifetime'],
  },
  {
    name: 'a status that says what to do beside an action',
    text: lines('messageId,chat,action,status', `{1},${chat},pin,unpin`, `{2},${chat},pin,done`, `{3},${chat},,unpin`),
    rows: ['1 ! action-twice pin / unpin', `2 pin * * ${chat}`, '3 ! action-twice unpin'],
    lookAt: ['status'],
  },
  {
    name: 'the same name twice',
    text: lines('messageId,phone,action,action', `{1},${chat},pin,unpin`, `{2},${chat},pin,Pin`, `{3},${chat},pin,`),
    rows: ['1 ! action-twice pin / unpin', `2 pin * * ${chat}`, `3 pin * * ${chat}`],
    lookAt: ['action'],
  },
  {
    name: 'two columns of messages',
    text: lines('messageId,reply message,message,phone', `{1},{3},{2},${chat}`),
    rows: [`1 * * * ${chat}`],
    lookAt: ['reply message', 'message'],
  },
  {
    name: 'numbers of rows under id, and the messages under message',
    text: lines('id,message,phone,action', `1,{1},${chat},unpin`, `2,{2},${chat},pin`),
    rows: [`1 unpin * * ${chat}`, `2 pin * * ${chat}`],
  },
  {
    name: 'a title above and a total below',
    text: lines(
      'Messages to unpin in August',
      '',
      'messageId,phone,action',
      `{1},${chat},unpin`,
      `{2},${chat},unpin`,
      'Total,2,',
    ),
    rows: [`1 unpin * * ${chat}`, `2 unpin * * ${chat}`, 'Total ! message-unread'],
  },
  {
    name: 'quotes with line ends and delimiters inside',
    text: lines(
      'notes,messageId,phone,account,action',
      `"first line`,
      `second, line","{1}",${chat},"Loja","unpin"`,
      `"he said ""pin, please""",{2},${chat},Loja,unpin`,
    ),
    rows: [`1 unpin * Loja ${chat}`, `2 unpin * Loja ${chat}`],
  },
  {
    name: 'a cell that was split, so that the others have moved',
    text: lines('messageId,account,action,days', `{1},Community, India,unpin,30`, '{k2},Atendimento,unpin,30'),
    rows: ['1 ! cells-shifted {1}', `2 unpin 30 Atendimento ${chat}`],
  },
  {
    name: 'rows that are too short',
    text: lines('messageId,phone,action,days', `{1},${chat},unpin`, `{2},${chat}`, '{k3}'),
    rows: [`1 unpin * * ${chat}`, `2 * * * ${chat}`, `3 * * * ${chat}`],
  },
  {
    name: 'a byte order mark and Windows line ends',
    text: `\ufeffmessageId;phone;action\r\n{1};${chat};unpin\r\n{2};${chat};pin\r\n`,
    rows: [`1 unpin * * ${chat}`, `2 pin * * ${chat}`],
  },
  {
    name: 'Markdown',
    text: lines(
      '| Message ID | Phone | Action | Duration |',
      '|---|:---:|---|---:|',
      `| \`{1}\` | ${chat} | **unpin** | 7 days |`,
      `| \`{2}\` | ${chat} | pin | - |`,
    ),
    rows: [`1 unpin 7 * ${chat}`, `2 pin * * ${chat}`],
  },
  {
    name: 'tabs, as a spreadsheet copies them',
    text: lines('Message ID\tPhone\tAction\tDuration', `{1}\t${chat}\tUnpin\t30 days`, `{2}\t+${chat}\tPin\t`),
    rows: [`1 unpin 30 * ${chat}`, `2 pin * * +${chat}`],
  },
  {
    name: 'what Excel does to numbers and formulas',
    text: lines(
      'messageId;phone;action;days',
      `="{1}";="+${chat}";="unpin";7,0`,
      '{2};5,51E+12;pin;30',
      '1,23457E+19;5511987654321;pin;30',
      `{3};120363019502650000;unpin;30`,
      `{4};${chat}.0;pin;30,00`,
    ),
    rows: [
      `1 unpin 7 * +${chat}`,
      '2 ! chat-digits-lost 5,51E+12',
      '1,23457E+19 ! message-digits-lost 1,23457E+19',
      '3 ! chat-digits-lost 120363019502650000',
      `4 pin 30 * ${chat}`,
    ],
  },
  {
    name: 'merged cells: only the first row has what holds for the group',
    text: lines('Account,Message ID,Phone,Action', `Atendimento,{1},${chat},unpin`, `,{2},${otherChat},`, `,{3},,`),
    rows: [`1 unpin * Atendimento ${chat}`, `2 * * * ${otherChat}`, '3 ! chat-missing'],
  },
  {
    name: 'names of contacts where a chat should be',
    text: lines('messageId,chat,action', '{1},Maria,unpin', '{k2},Maria,unpin', `{3},${chat},pin`),
    rows: ['1 ! chat-unread Maria', `2 unpin * * ${chat}`, `3 pin * * ${chat}`],
  },
  {
    name: 'a chat that is another than in the key',
    text: lines('messageId,phone,action', `{k1},${otherChat},unpin`, '{k2},11 98765-4321,unpin'),
    rows: [`1 ! chat-other ${otherChat}`, `2 unpin * * ${chat}`],
  },
  {
    name: 'numbers without their country',
    text: lines(
      'messageId,phone,account,action',
      '{1},11 98765-4321,Loja,unpin',
      '{2},98765 43210,Community India,pin',
    ),
    rows: ['1 ! chat-country +5511987654321', '2 ! chat-country +919876543210'],
  },
  {
    name: 'numbers that begin as they are dialled inside a country',
    text: lines(
      'Data;Telefone;ID da mensagem;Ação;Conta',
      '02/08/2026;(11) 98765-4321;{1};Fixar;Loja',
      '02/08/2026;011 98765 4321;{2};Desafixar;Loja',
      '02/08/2026;098765 43210;{3};Fixar;Community India',
      '02/08/2026;(11) 91234-5678;{k4};Fixar;Loja',
      '02/08/2026;(11) 98765-4321;{k5};Fixar;Loja',
    ),
    rows: [
      '1 ! chat-country +5511987654321',
      '2 ! chat-country +5511987654321',
      '3 ! chat-country +919876543210',
      '4 ! chat-other (11) 91234-5678',
      `5 pin * Loja ${chat}`,
    ],
  },
  {
    name: 'without a header, numbers as they are dialled inside a country',
    text: lines('{1};(11) 98765-4321;fixar', '{2};(11) 91234-5678;desafixar'),
    rows: ['1 ! chat-country +5511987654321', '2 ! chat-country +5511912345678'],
  },
  {
    name: 'groups and JIDs',
    text: lines(
      'message_id,chat_id,action',
      '{1},120363019502650977@g.us,unpin',
      '{2},5511999999999-1623281429,pin',
      '{3},81896604192873@lid,pin',
      `{4},${chat}@s.whatsapp.net,pin`,
    ),
    rows: [
      '1 unpin * * 120363019502650977@g.us',
      '2 pin * * 5511999999999-1623281429',
      '3 pin * * 81896604192873@lid',
      `4 pin * * ${chat}@s.whatsapp.net`,
    ],
  },
  {
    name: 'From and To with a direction',
    text: lines(
      'message_id,from,to,fromMe,action',
      `{1},${chat},5511999990000,false,unpin`,
      `{2},5511999990000,${otherChat},true,pin`,
    ),
    rows: [`1 unpin * * ${chat}`, `2 pin * * ${otherChat}`],
  },
  {
    name: 'From and To without one',
    text: lines('message_id,from,to', `{1},${chat},5511999990000`),
    rows: [`1 ! chat-twice ${chat} / 5511999990000`],
    lookAt: ['from', 'to'],
  },
  {
    name: 'an account that is not there',
    text: lines('messageId,phone,account,action', `{1},${chat},Vendas,unpin`, `{2},${chat},loja,pin`),
    rows: ['1 ! account-unknown Vendas', `2 pin * Loja ${chat}`],
  },
  {
    name: 'an export of this program, mended and read again',
    text: lines('message,chat,account,action,days,row,problem', `{1},${chat},Loja,unpin,30,12,"No chat."`),
    rows: [`1 unpin 30 Loja ${chat}`],
  },
  {
    name: 'a last column without a name',
    text: lines('messageId,phone,action', `{1},${chat},unpin,x`, `{2},${chat},pin,y`, `{3},${chat},pin,z`),
    rows: [`1 unpin * * ${chat}`, `2 pin * * ${chat}`, `3 pin * * ${chat}`],
    lookAt: [3],
  },
  {
    name: 'addresses of messages under a name that nobody knows',
    text: lines(
      'Link,Account,Action',
      'https://example.org/m/{k1},Atendimento,unpin',
      'https://example.org/m/{k2},Loja,',
    ),
    rows: [`1 unpin * Atendimento ${chat}`, `2 * * Loja ${chat}`],
    lookAt: ['Link'],
  },
  {
    name: 'words beside the messages under a name that nobody knows',
    text: lines('Código;Telefone;Conta', `ID {1};${chat};Atendimento`, `ID {2};${chat};Loja`),
    rows: [`1 * * Atendimento ${chat}`, `2 * * Loja ${chat}`],
    lookAt: ['Código'],
  },
  {
    name: 'rows whose message was forgotten, and rows that are only filled down',
    text: lines(
      'Name,Message ID,Phone,Account,Action,Done',
      `Maria,{1},${chat},Loja,unpin,TRUE`,
      `João,,${otherChat},Loja,unpin,FALSE`,
      'Ana,,,Loja,unpin,FALSE',
      ',,,Loja,unpin,FALSE',
      ',,,,,FALSE',
    ),
    rows: [`1 unpin * Loja ${chat}`, '! message-unread', '! message-unread'],
    lookAt: ['Done'],
  },
  {
    name: 'an action in the cell of the message',
    text: lines('message;chat', `unpin {1};${chat}`, `{2} → pin;${chat}`, `please unpin {3};${chat}`),
    rows: [`1 unpin * * ${chat}`, `2 pin * * ${chat}`, '3 ! said-of-several unpin'],
  },
  {
    name: 'a column that is called like an action',
    text: lines('message;chat;Fixar?', `{1};${chat};TRUE`, `{2};${chat};FALSE`, `{3};${chat};não`, `{4};${chat};fixar`),
    rows: [
      `1 pin * * ${chat}`,
      '2 ! action-unknown Fixar?: FALSE',
      '3 ! action-unknown Fixar?: não',
      `4 pin * * ${chat}`,
    ],
  },
  // Portuguese.
  {
    name: 'Portuguese with accents, capitals and units',
    text: lines(
      'ID DA MENSAGEM;TELEFONE;CONTA;TIPO DE AÇÃO;VALIDADE (DIAS);OBSERVAÇÕES',
      `{1};${chat};Loja;DESAFIXAR;7;urgente`,
      `{2};${otherChat};Atendimento;Fixar;30;`,
      `{3};${chat};Loja;não fixar;24;`,
    ),
    rows: [`1 unpin 7 Loja ${chat}`, `2 pin 30 Atendimento ${otherChat}`, '3 ! action-unknown não fixar'],
  },
  {
    name: 'Portuguese without accents, hours in words',
    text: lines(
      'Mensagem;Celular;Operacao;Periodo',
      `{1};${chat};desafixar mensagem;24 horas`,
      `{2};${chat};fixar;uma semana`,
    ),
    rows: [`1 unpin 1 * ${chat}`, `2 pin 7 * ${chat}`],
  },
  {
    name: 'Portuguese without a header',
    text: lines(`Loja;{1};${chat};desafixar;30 dias`, `Atendimento;{2};${otherChat};fixar;24_horas`),
    rows: [`1 unpin 30 Loja ${chat}`, `2 pin 1 Atendimento ${otherChat}`],
  },
  {
    name: 'Portuguese, names of months and numbers in words',
    text: lines('mensagem,telefone,duração', `{1},${chat},um mês`, `{2},${chat},sete dias`, `{3},${chat},`),
    rows: ['1 ! days-unknown um mês', '2 ! days-unknown sete dias', `3 * * * ${chat}`],
  },
  // Spanish.
  {
    name: 'Spanish',
    text: lines(
      'Cuenta,Mensaje,Teléfono,Acción,Duración',
      `Loja,{1},${chat},dejar de fijar,7 días`,
      `Loja,{2},${chat},Fijar,30 dias`,
      `Loja,{3},${chat},anclar,una semana`,
      `Loja,{4},${chat},desanclar,24 horas`,
    ),
    rows: [`1 unpin 7 Loja ${chat}`, `2 pin 30 Loja ${chat}`, `3 pin 7 Loja ${chat}`, `4 unpin 1 Loja ${chat}`],
  },
  {
    name: 'Spanish, another order, other names',
    text: lines(
      'Tipo de operación|Expira en (horas)|ID del mensaje|Móvil',
      `desfijar|720|{1}|${chat}`,
      `fijar|24|{2}|${chat}`,
    ),
    rows: [`1 unpin 30 * ${chat}`, `2 pin 1 * ${chat}`],
  },
  {
    name: 'Spanish without a header, by tabs',
    text: lines(`dejar de fijar\t{k1}\t7 días`, `fijar\t{k2}\t30 días`),
    rows: [`1 unpin 7 * ${chat}`, `2 pin 30 * ${chat}`],
  },
  // Hindi.
  {
    name: 'Hindi',
    text: lines(
      'संदेश,फ़ोन नंबर,खाता,कार्रवाई,अवधि',
      `{1},${chat},Loja,अनपिन करें,30 दिन`,
      `{2},${chat},Loja,पिन करें,24 घंटे`,
      `{3},${chat},Loja,हटाएं,7 दिन`,
    ),
    rows: [`1 unpin 30 Loja ${chat}`, `2 pin 1 Loja ${chat}`, '3 ! action-unknown हटाएं'],
  },
  {
    name: 'Hindi in Latin letters',
    text: lines(
      'sandesh,phone,khata,karya,avadhi',
      `{1},${chat},Loja,unpin karein,7 din`,
      `{2},${chat},Loja,pin karo,ek hafta`,
    ),
    rows: [`1 unpin 7 Loja ${chat}`, `2 pin 7 Loja ${chat}`],
  },
  // Two columns that say the same.
  {
    name: 'a column for each action, with marks',
    text: lines('message;chat;pin;unpin', `{1};${chat};;x`, `{2};${chat};true;`, `{3};${chat};true;true`),
    rows: ['1 ! action-twice unpin: x', `2 pin * * ${chat}`, '3 ! action-twice pin / unpin'],
    lookAt: ['unpin'],
  },
  {
    name: 'two columns of actions in Portuguese',
    text: lines(
      'mensagem;telefone;ação;operação',
      `{1};${chat};;desafixar`,
      `{2};${chat};fixar;arquivar`,
      `{3};${chat};fixar;pin`,
    ),
    rows: ['1 ! action-twice desafixar', '2 ! action-twice fixar / arquivar', `3 pin * * ${chat}`],
    lookAt: ['operação'],
  },
  {
    name: 'two columns of durations',
    text: lines(
      'message,chat,duration,expires in',
      `{1},${chat},,30 days`,
      `{2},${chat},7,a week`,
      `{3},${chat},7 days,24 hours`,
    ),
    rows: ['1 ! days-twice 30 days', `2 * 7 * ${chat}`, '3 ! days-twice 7 days / 24 hours'],
    lookAt: ['expires in'],
  },
  {
    name: 'days and hours in Spanish',
    text: lines('mensaje;teléfono;días;horas', `{1};${chat};7;168`, `{2};${chat};1;720`, `{3};${chat};;24`),
    rows: [`1 * 7 * ${chat}`, '2 ! days-twice 1 / 720', '3 ! days-twice 24'],
    lookAt: ['horas'],
  },
  {
    name: 'a column of durations that is empty where the others begin to say something',
    text: lines(
      'संदेश,फ़ोन नंबर,अवधि,दिन',
      ...Array.from({ length: 400 }, () => `{k9},${chat},7 दिन,`),
      `{1},${chat},7 दिन,30`,
    ),
    rows: [`9 * 7 * ${chat}`, '1 ! days-twice 7 दिन / 30'],
  },
  {
    name: 'a phone and a group',
    text: lines(
      'Message ID,Phone,Group,Action',
      `{1},${chat},120363019502650977@g.us,unpin`,
      '{2},,120363019502650977@g.us,unpin',
      `{3},${chat},,unpin`,
      `{4},${chat},+55 11 98765-4321,unpin`,
    ),
    rows: [
      `1 ! chat-twice ${chat} / 120363019502650977@g.us`,
      '2 ! chat-twice 120363019502650977@g.us',
      `3 unpin * * ${chat}`,
      `4 unpin * * ${chat}`,
    ],
    lookAt: ['Group'],
  },
  {
    name: 'a phone and a group beside a column ID',
    text: lines(
      'ID,Phone,Group',
      `{1},${chat},120363019502650977@g.us`,
      `{2},${chat},${otherChat}`,
      `{3},${chat},${chat}`,
    ),
    rows: [
      `1 ! chat-twice ${chat} / 120363019502650977@g.us`,
      `2 ! chat-twice ${chat} / ${otherChat}`,
      `3 * * * ${chat}`,
    ],
    lookAt: ['Group'],
  },
  {
    name: 'a phone, and names of groups in Portuguese',
    text: lines('mensagem;telefone;grupo', `{1};${chat};Família`, '{2};;Família', '{k3};;Família'),
    rows: [`1 * * * ${chat}`, '2 ! chat-twice Família', `3 * * * ${chat}`],
  },
  {
    name: 'a log with the LID of each chat, and who sent what',
    text: lines('messageId,phone,chatLid,instanceId,connectedPhone', `{1},${chat},81896604192873@lid,,5511999990001`),
    rows: [`1 * * Atendimento ${chat}`],
    lookAt: ['chatLid'],
  },
  {
    name: 'two columns of accounts',
    text: lines(
      'message,phone,account,connectedPhone',
      `{1},${chat},Loja,5511999990001`,
      `{2},${chat},Loja,+55 11 99999-0000`,
      `{3},${chat},,5511999990001`,
      `{4},${chat},Atendimento,`,
    ),
    rows: [
      '1 ! account-twice 5511999990001 / Loja',
      `2 * * Loja ${chat}`,
      `3 * * Atendimento ${chat}`,
      '4 ! account-twice Atendimento',
    ],
    lookAt: ['account'],
  },
  // Without a header.
  {
    name: 'without a header, numbers of days',
    text: lines(`{1},${chat},unpin,30`, `{2},${chat},pin,7`),
    rows: [`1 unpin 30 * ${chat}`, `2 pin 7 * ${chat}`],
    lookAt: [3],
  },
  {
    name: 'without a header, an action in some rows only',
    text: lines(`{1};${chat};unpin`, `{2};${chat};`, `{3};${chat}`, `{4};${chat};forget it`),
    rows: [`1 unpin * * ${chat}`, `2 * * * ${chat}`, `3 * * * ${chat}`, '4 ! action-unknown forget it'],
  },
  {
    name: 'without a header, ids and something else',
    text: lines('{k1},Maria,2026-08-02', '{k2},João,2026-08-03'),
    rows: [`1 * * * ${chat}`, `2 * * * ${chat}`],
    lookAt: [1],
  },
  {
    name: 'a header of which nobody knows the messages',
    text: lines('Código;Telefone;Ação', `{1};${chat};desafixar`),
    rows: [`1 unpin * * ${chat}`],
    lookAt: ['Código'],
  },
  {
    name: 'lines of JSON',
    text: lines(
      `{"messageId":"{1}","phone":"${chat}","ação":"desafixar","duração":"30 dias"}`,
      `{"messageId":"{2}","phone":"${chat}","ação":"arquivar"}`,
      `{"messageId":"{3}","phone":"${chat}","action":"pin","operation":"unpin"}`,
      `{"messageId":"{4}","phone":"${chat}","action":"pin","days":24}`,
    ),
    rows: [
      `1 unpin 30 * ${chat}`,
      '2 ! action-unknown arquivar',
      '3 ! action-unknown pin / unpin',
      '4 ! days-unknown 24',
    ],
  },
  {
    name: 'lines of JSON with chats as people write them',
    text: lines(
      `{"mensagem":"{1}","celular":"${chat}","ação":"desafixar"}`,
      '{"messageId":"{2}","phone":"(11) 98765-4321","ação":"desafixar"}',
      '{"messageId":"{3}","telefone":"Maria","ação":"fixar"}',
      '{"messageId":"{4}","celular":11987654321,"ação":"fixar"}',
    ),
    rows: [
      `1 unpin * * ${chat}`,
      '2 ! chat-country +5511987654321',
      '3 ! chat-unread Maria',
      '4 ! chat-country +5511987654321',
    ],
  },
  {
    name: 'lines of JSON as they are sent to Periskope',
    text: lines(
      `{"messageId":"{1}","phone":"${chat}","pin":true,"time":30}`,
      `{"messageId":"{2}","phone":"${chat}","pin":false}`,
      `{"messageId":"{3}","phone":"${chat}","unpin":true,"time":1722600000}`,
    ),
    rows: [`1 pin 30 * ${chat}`, '2 ! action-unknown pin: false', `3 unpin * * ${chat}`],
  },
];
