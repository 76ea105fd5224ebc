import { readKey } from './keys';
import { createNode, type Entry, isNode, type Node } from './scan/node';

/** The message that an event is about. */
export interface EventTarget {
  /** The node that names the message. */
  node: Node;
  /** Whether the event deleted the message, so that it cannot be pinned. */
  isRevoked: boolean;
  /** The nodes beside a key that names the target, such as the state before and after the event. */
  siblings: Node[];
}

/** Keys of nodes that describe an event about another message. */
const eventKey = /^(?:pin(?:inchat)?message|reaction|(?:(?:enc)?(?:reaction|comment)|protocol|keepinchat)message)$/;
/** Keys of the target in such a node. */
const targetKey = /^(?:referencedmessage|key|messageid)$/;
const messageIdKey = readKey('messageId');

/**
 * Returns the message that was edited, pinned, reacted to, voted on or deleted, if a node is the payload of such an
 * event. The id outside the target is then the id of the event. Source: docs/message-ids.md "Payloads" [DOC].
 */
export function eventTarget(node: Node): EventTarget | null {
  for (const entry of node.entries) {
    const { key, value } = entry;
    if ((key.role === 'target' || key.role === 'revoked') && !isEmptyValue(entry)) {
      return targetIn(entry, node);
    }
    if (!isNode(value)) continue;
    const target = eventKey.test(key.name) ? value.entries.find((inner) => targetKey.test(inner.key.name)) : undefined;
    if (target) {
      const isRevoked = key.name === 'protocolmessage' && isRevocation(value);
      return { node: isNode(target.value) ? target.value : value, isRevoked, siblings: [] };
    }
    const within = key.name.endsWith('message') ? eventTarget(value) : null;
    if (within) return within;
  }
  return null;
}

/** Tells whether an entry holds no id but `null` or the like. */
const isEmptyValue = ({ value }: Entry): boolean => !isNode(value) && !/\d/.test(value.text);

function targetIn({ key, value }: Entry, { entries }: Node): EventTarget {
  const isRevoked = key.role === 'revoked';
  if (isNode(value)) return { node: value, isRevoked, siblings: [] };
  return {
    node: { ...createNode(), entries: [{ key: messageIdKey, value }] },
    isRevoked,
    siblings: entries.flatMap((entry) => (isNode(entry.value) ? [entry.value] : [])),
  };
}

/** Tells whether a protocol message deletes its target: its type is 0 or `REVOKE`, or is left out, as zero may be. */
const isRevocation = ({ entries }: Node): boolean => {
  const type = entries.find(({ key }) => key.name === 'type')?.value;
  return !type || isNode(type) || /^(?:0|REVOKE)$/i.test(type.text);
};
