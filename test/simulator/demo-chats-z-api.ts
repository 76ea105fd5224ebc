import type { DemoChat } from './demo-chats.ts';

const number = '5511999990000';
const carla = { jid: '5511988887777@c.us', name: 'Carla, síndica' };
const bruno = { jid: '5511977776666@c.us', name: 'Bruno, bloco B' };

/** The chats of the demo Z-API instance: a person, a group, an older group, a person known by LID only. */
export const zApiDemoChats: readonly DemoChat[] = [
  {
    number,
    chat: '120363019502650977@g.us',
    name: 'Condomínio Jardim das Flores',
    messages: [
      {
        messageId: '3EB0796DC6B777C0C7CD',
        text: 'Assembleia na quinta-feira, 19h, no salão de festas.',
        sentAt: '2026-11-19T12:05:00Z',
      },
      {
        messageId: 'AC7B1E9D3F5A2C8046D1B7E39A5F2C08',
        text: 'Elevador B em manutenção até sexta. Use o elevador A.',
        sentAt: '2026-11-19T14:32:00Z',
        by: carla,
      },
      {
        messageId: '3A8D0B7E5C2F4A196E3D',
        text: 'Alguém achou uma chave azul perto da piscina?',
        sentAt: '2026-11-20T09:47:00Z',
        by: bruno,
      },
      {
        messageId: '3EB0F3A97C1D5B8E2046A1C9D7E3B5F80264AC18',
        text: 'O boleto de novembro vence dia 30. Segunda via com a portaria.',
        sentAt: '2026-11-20T16:20:00Z',
      },
    ],
  },
  {
    number,
    chat: '5511987654321@c.us',
    name: 'Mariana Costa',
    messages: [
      {
        messageId: '3EB0C431C26A1916E07E9A',
        text: 'Oi, Mariana! Seu pedido 4821 saiu para entrega hoje.',
        sentAt: '2026-11-20T11:02:00Z',
      },
      {
        messageId: '3A5F1C9B7D2E4068AB13',
        text: 'Perfeito! O porteiro recebe até as 20h.',
        sentAt: '2026-11-20T11:09:00Z',
        by: { jid: '5511987654321@c.us', name: 'Mariana Costa' },
      },
    ],
  },
  {
    number,
    chat: '5511999999999-1623281429@g.us',
    name: 'Futebol de quinta',
    messages: [
      {
        messageId: 'AC41D8F06B92E7350CA4D61F8B3E7920',
        text: 'Quadra 3, 21h. Levar colete claro e escuro.',
        sentAt: '2026-11-18T20:15:00Z',
        by: bruno,
      },
    ],
  },
  {
    number,
    chat: '81896604192873@lid',
    name: 'Rafael',
    messages: [
      {
        messageId: '3A6C0E94D1B72F58A3E1',
        text: 'Meu endereço novo: Rua das Acácias, 120.',
        sentAt: '2026-11-17T18:40:00Z',
        by: { jid: '81896604192873@lid', name: 'Rafael' },
      },
    ],
  },
];
