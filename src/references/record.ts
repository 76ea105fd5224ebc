import { type Alias, chatAliases } from './alias';
import { isWrittenByHand, readChat } from './chat';
import { plainKey, roleOf } from './keys';
import { type Atom, isNode, type Node } from './scan';

/** What the entries of one node say about the messages in it. */
export interface Facts {
  chat: string | null;
  fromMe: boolean | null;
  accountHints: readonly string[];
  aliases: readonly Alias[];
}

export const noFacts: Facts = { chat: null, fromMe: null, accountHints: [], aliases: [] };

/** Nodes that say where the message around them is. */
const aboutChat = new Set(['senderdata', 'messagesource', 'chat', 'conversation']);
/** Whether these point to the sender or to the receiver depends on who sent it. */
const senders = new Set(['from', 'to']);

/** The facts of a node, over those of the nodes around it. */
export function factsOf(node: Node, around: Facts): Facts {
  const fromMe = [node, ...chatNodes(node)].map(directionOf).find((said) => said !== null) ?? around.fromMe;
  return {
    fromMe,
    chat: chatOf(node, fromMe) ?? around.chat,
    accountHints: [...around.accountHints, ...accountsOf(node).map(plainAccount)],
    aliases: [...around.aliases, ...chatAliases(node)],
  };
}

const chatNodes = (node: Node): Node[] =>
  node.entries.flatMap(({ key, value }) => (isNode(value) && aboutChat.has(plainKey(key)) ? [value] : []));

function chatOf(node: Node, fromMe: boolean | null): string | null {
  const candidates = node.entries
    .flatMap(({ key, value }) => (isNode(value) || roleOf(key).role !== 'chat' ? [] : [{ key, value }]))
    .filter(({ key }) => !senders.has(plainKey(key)) || plainKey(key) === (fromMe ? 'to' : 'from'))
    .sort((a, b) => roleOf(a.key).rank - roleOf(b.key).rank);
  const own = candidates.map(({ value }) => chatIn(value)).find((chat) => chat !== null);
  if (own) return own;
  for (const value of chatNodes(node)) {
    const id = value.entries.find((entry) => plainKey(entry.key) === 'id' && !isNode(entry.value));
    const chat = chatOf(value, fromMe) ?? (id && !isNode(id.value) ? chatIn(id.value) : null);
    if (chat) return chat;
  }
  return null;
}

/** A number that was cut off looks like a number: it is not believed. */
function chatIn({ text, cut }: Atom): string | null {
  if (cut && /^\+?\d+$/.test(text)) return null;
  return readChat(text) || (!cut && isWrittenByHand(text)) ? text.trim() : null;
}

function directionOf(node: Node): boolean | null {
  for (const { key, value } of node.entries) {
    if (isNode(value) || roleOf(key).role !== 'direction') continue;
    const said = value.text.toLowerCase();
    // A number under `type` counts kinds of messages.
    if (/^t/i.test(key) && said.length < 2) continue;
    if (/^(?:t|true|yes|1|out|outgoing|outbound|sent)$|^outgoing|message-out/.test(said)) return true;
    if (/^(?:f|false|no|0|in|incoming|inbound|received)$|^incoming|message-in/.test(said)) return false;
  }
  return null;
}

/** A number as digits, whether it was written as a JID or with `+`; an instance id as it is. */
export const plainAccount = (text: string): string => text.replace(/@.*$/, '').replace(/^\+/, '');

function accountsOf({ entries }: Node): string[] {
  return entries.flatMap(({ key, value }) => (!isNode(value) && roleOf(key).role === 'account' ? [value.text] : []));
}
