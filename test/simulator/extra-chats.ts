import type { DemoChat } from './demo-chats.ts';

const first = ['Ana', 'Bruno', 'Célia', 'Davi', 'Érica', 'Fábio', 'Gal', 'Hugo', 'Inês', 'João'];
const last = ['Almeida', 'Braga', 'Conceição', 'Dias', 'Esteves', 'Fróes', 'Guimarães'];

/** Generated chats beside the demo chats, to fill lists with. Every third is a group; all are older than the demo messages. */
export interface ExtraChats {
  /** Sets how many extra chats every account has. */
  setCount: (count: number) => void;
  of: (number: string) => DemoChat[];
}

export function createExtraChats(): ExtraChats {
  let chatCount = 0;
  return {
    setCount(count) {
      chatCount = count;
    },
    of: (number) => Array.from({ length: chatCount }, (_, index) => chatAt(number, index)),
  };
}

function chatAt(number: string, index: number): DemoChat {
  const group = index % 3 === 2;
  const name = `${first[index % first.length]} ${last[index % last.length]} ${index + 1}`;
  const digits = String(index).padStart(6, '0');
  return {
    number,
    chat: group ? `120363000000${digits}@g.us` : `55119000${digits}@c.us`,
    name: group ? `Grupo de ${name}` : name,
    messages: [
      {
        messageId: `3EB0C0DE00${digits}000000`,
        text: 'Bom dia!',
        sentAt: new Date(1.7e12 - index * 6e4).toISOString(),
      },
    ],
  };
}
