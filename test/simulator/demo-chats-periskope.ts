import type { DemoChat } from './demo-chats.ts';

const support = '918527184400';
const community = '919000000000';
const priya = { jid: '919004389372@c.us', name: 'Priya (B-402)' };
const arjun = { jid: '919811122233@c.us', name: 'Arjun (A-101)' };
const neha = { jid: '919900112233@c.us', name: 'Neha' };

/** The chats of the two demo Periskope phones: people and groups. */
export const periskopeDemoChats: readonly DemoChat[] = [
  {
    number: support,
    chat: '120363297269676566@g.us',
    name: 'Sunrise Residents',
    messages: [
      {
        messageId: '3EB01F4653BB9DD05E9859',
        text: 'Water supply will be off on Saturday, 10 am to 2 pm.',
        sentAt: '2026-11-18T06:30:00Z',
        by: priya,
      },
      {
        messageId: 'ACE50B7D1F3948A26C07E9B4D15A8F36',
        text: 'Parking stickers are ready at the gate office.',
        sentAt: '2026-11-19T08:15:00Z',
        by: arjun,
      },
      {
        messageId: '3EB0D27A6C41F85B039E72',
        text: 'New visitor rules from Monday: please share the gate code.',
        sentAt: '2026-11-20T05:45:00Z',
      },
      {
        messageId: '3AD47E10B95C28F6A30E',
        text: 'Diwali photos are in the shared album now.',
        sentAt: '2026-11-20T13:05:00Z',
        by: arjun,
      },
    ],
  },
  {
    number: support,
    chat: '919487126251@c.us',
    name: 'Asha Verma',
    messages: [
      {
        messageId: '3EB0F754E67BDF3178E76C680224FF7114E2CB95',
        text: 'Your ticket #3312 is with our engineer; he calls before noon.',
        sentAt: '2026-11-20T04:12:00Z',
        queueId: 'ba3273cb-12be-48d4-90e0-0cbc0b427ef1',
      },
      {
        messageId: '3AC1D9E07B3F5A2864D0',
        text: 'Thank you. The gate code is 4471.',
        sentAt: '2026-11-20T04:20:00Z',
        by: { jid: '919487126251@c.us', name: 'Asha Verma' },
      },
    ],
  },
  {
    number: community,
    chat: '120363371308389685@g.us',
    name: 'Sunday Book Club',
    messages: [
      {
        messageId: '3A53C6FC8ED48B9B2F10',
        text: 'Next book: “The Shadow Lines”. We meet on the 29th.',
        sentAt: '2026-11-19T15:00:00Z',
        by: neha,
      },
      {
        messageId: '3EB09B6E02D7A4518C3F60',
        text: 'Reading list for 2027 is open for votes.',
        sentAt: '2026-11-20T15:30:00Z',
      },
    ],
  },
  {
    number: community,
    chat: '919876543210@c.us',
    name: 'Vikram Rao',
    messages: [
      {
        messageId: '3EB05FC204C28E456D8596',
        text: 'Hall booked for the 29th, 5 pm.',
        sentAt: '2026-11-19T10:10:00Z',
      },
    ],
  },
];
