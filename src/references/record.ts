import { type Alias, chatAliases } from './alias';
import { isWrittenByHand, readChat } from './chat';
import { type Atom, isNode, type Node } from './scan/node';

/** The facts that the entries of a node state about the messages in that node. */
export interface Facts {
  /** The chat as written. */
  chat: string | null;
  /** Whether the connected number sent the messages. */
  fromMe: boolean | null;
  accountHints: readonly string[];
  aliases: readonly Alias[];
}

export const noFacts: Facts = { chat: null, fromMe: null, accountHints: [], aliases: [] };

/** Keys of nodes that describe the chat of the message beside them. */
const chatNodeKeys = new Set(['senderdata', 'messagesource', 'chat', 'conversation']);
/** Keys of the sender and of the receiver of a message. The direction decides which of them is the chat. */
const endKeys = new Set(['from', 'to']);

/** Returns the facts of a node. Facts that the node does not state are taken from the nodes around it. */
export function factsOf(node: Node, outer: Facts): Facts {
  const directions = [node, ...chatNodes(node)].map(directionOf);
  const fromMe = directions.find((direction) => direction !== null) ?? outer.fromMe;
  return {
    fromMe,
    chat: chatOf(node, fromMe) ?? outer.chat,
    accountHints: [...outer.accountHints, ...accountsOf(node).map(plainAccount)],
    aliases: [...outer.aliases, ...chatAliases(node)],
  };
}

const chatNodes = (node: Node): Node[] =>
  node.entries.flatMap(({ key, value }) => (isNode(value) && chatNodeKeys.has(key.name) ? [value] : []));

function chatOf(node: Node, fromMe: boolean | null): string | null {
  const candidates = node.entries
    .flatMap(({ key, value }) => (isNode(value) || key.role !== 'chat' ? [] : [{ key, value }]))
    .filter(({ key }) => !endKeys.has(key.name) || key.name === (fromMe ? 'to' : 'from'))
    .sort((a, b) => a.key.rank - b.key.rank);
  const ownChat = candidates.map(({ value }) => chatIn(value)).find((chat) => chat !== null);
  if (ownChat) return ownChat;
  for (const value of chatNodes(node)) {
    const id = value.entries.find((entry) => entry.key.name === 'id' && !isNode(entry.value));
    const chat = chatOf(value, fromMe) ?? (id && !isNode(id.value) ? chatIn(id.value) : null);
    if (chat) return chat;
  }
  return null;
}

/** Returns the chat in a value. A number that was cut off still looks like a number, so it is not used. */
function chatIn({ text, isCut }: Atom): string | null {
  if (isCut && /^\+?\d+$/.test(text)) return null;
  return readChat(text) || (!isCut && isWrittenByHand(text)) ? text.trim() : null;
}

function directionOf(node: Node): boolean | null {
  for (const { key, value } of node.entries) {
    if (isNode(value) || key.role !== 'direction') continue;
    const text = value.text.toLowerCase();
    // A single digit under `type` is a kind of message.
    if (key.name.startsWith('t') && text.length < 2) continue;
    if (/^(?:t|true|yes|1|out|outgoing|outbound|sent)$|^outgoing|message-out/.test(text)) return true;
    if (/^(?:f|false|no|0|in|incoming|inbound|received)$|^incoming|message-in/.test(text)) return false;
  }
  return null;
}

/** Returns a phone number as digits, without the server of a JID or the `+`, and an instance id unchanged. */
export const plainAccount = (text: string): string => text.replace(/@.*$/, '').replace(/^\+/, '');

const accountsOf = ({ entries }: Node): string[] =>
  entries.flatMap(({ key, value }) => (!isNode(value) && key.role === 'account' ? [value.text] : []));
