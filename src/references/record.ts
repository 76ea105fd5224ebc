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
  if (node.entries.length === 0) return outer;
  const inner = chatNodes(node);
  const fromMe = [node, ...inner].map(directionOf).find((direction) => direction !== null) ?? outer.fromMe;
  const accounts = accountsOf(node);
  const aliases = chatAliases(node);
  return {
    fromMe,
    chat: chatOf(node, fromMe, inner) ?? outer.chat,
    accountHints: accounts.length === 0 ? outer.accountHints : [...outer.accountHints, ...accounts.map(plainAccount)],
    aliases: aliases.length === 0 ? outer.aliases : [...outer.aliases, ...aliases],
  };
}

const chatNodes = ({ entries }: Node): Node[] =>
  entries.flatMap(({ key, value }) => (isNode(value) && chatNodeKeys.has(key.name) ? [value] : []));

function chatOf({ entries }: Node, fromMe: boolean | null, inner: readonly Node[]): string | null {
  let chat: string | null = null;
  let lowestRank = Number.POSITIVE_INFINITY;
  // Without a direction, it is not known whether the sender or the receiver is the chat.
  const isDirectionMissing =
    fromMe === null && [...endKeys].every((name) => entries.some(({ key }) => key.name === name));
  for (const { key, value } of entries) {
    if (key.role !== 'chat' || isNode(value) || key.rank >= lowestRank) continue;
    if (endKeys.has(key.name) && (isDirectionMissing || key.name !== (fromMe ? 'to' : 'from'))) continue;
    const written = chatIn(value);
    if (written === null) continue;
    chat = written;
    lowestRank = key.rank;
  }
  if (chat !== null) return chat;
  for (const node of inner) {
    const id = node.entries.find(({ key, value }) => key.name === 'id' && !isNode(value));
    const within = chatOf(node, fromMe, chatNodes(node)) ?? (id && !isNode(id.value) ? chatIn(id.value) : null);
    if (within) return within;
  }
  return null;
}

/** A phone number as programs write it. Most chats in a log are, and other spellings take longer to recognize. */
const plainNumber = /^[1-9]\d{9,14}$/;

/** Returns the chat in a value. A number that was cut off still looks like a number, so it is not used. */
function chatIn({ text, isCut }: Atom): string | null {
  if (isCut && /^\+?\d+$/.test(text)) return null;
  if (plainNumber.test(text)) return text;
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
