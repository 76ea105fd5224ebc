import { type Alias, uuidAliases } from './alias';
import { classifyId, isUuid } from './bare-id';
import { isWrittenByHand, readChat } from './chat';
import { eventTarget } from './event-target';
import { afterCut, type Occurrence, readFreeText } from './free-text';
import { readIdValue, type Trust } from './id-value';
import { isGeneralKey, type Key, type Role } from './keys';
import { type Facts, factsOf, noFacts } from './record';
import { bareReference, type Reference } from './reference';
import { type Atom, createNode, isNode, type Node } from './scan/node';

/**
 * Finds the references in a scanned text. In an object that names its message, other values in the form of an id are
 * ignored: they identify a quoted message, a file or an account.
 */
export function readLines(lines: readonly Node[]): Occurrence[] {
  // If the lines name a single message, all of them are about it.
  const records = namesOneMessage(lines) ? [lines] : recordsIn(lines);
  return records.flatMap((record) => readNode(joinLines(record), noFacts, true));
}

/** Tells whether the keys of the lines, outside brackets, name exactly one message. */
function namesOneMessage(lines: readonly Node[]): boolean {
  const ids = new Set<string>();
  for (const line of lines) {
    if (!line.mayNameMessage) continue;
    for (const { reference } of idsOf(line, noFacts)) ids.add(reference.messageId);
    if (ids.size > 1) return false;
  }
  return ids.size === 1;
}

function joinLines(lines: readonly Node[]): Node {
  const [only, ...others] = lines;
  if (only && others.length === 0) return only;
  return {
    entries: lines.flatMap(({ entries }) => entries),
    loose: lines.flatMap(({ loose }) => loose),
    keyCount: lines.reduce((sum, { keyCount }) => sum + keyCount, 0),
    mayNameMessage: lines.some(({ mayNameMessage }) => mayNameMessage),
  };
}

/** The roles of keys that occur at most once in a record. */
const recordRoles = new Set<Role>(['message', 'messages', 'id', 'chat']);

/** Groups lines of key-value pairs into records. A new record begins where a key of a message or a chat is repeated. */
function recordsIn(lines: readonly Node[]): Node[][] {
  const records: Node[][] = [];
  let keys = new Set<string>();
  for (const line of lines) {
    const lineKeys = line.entries.filter(({ key }) => recordRoles.has(key.role)).map(({ key }) => key.name);
    const record = records.at(-1);
    if (!record || line.loose.some(isNode) || lineKeys.some((key) => keys.has(key))) {
      records.push([line]);
      keys = new Set(lineKeys);
    } else {
      record.push(line);
      for (const key of lineKeys) keys.add(key);
    }
  }
  return records;
}

/**
 * Finds the references in a node and the nodes below it.
 * @param outerFacts the facts of the nodes around it
 * @param readsFreeText whether to read also the values whose key does not mean a message
 */
function readNode(node: Node, outerFacts: Facts, readsFreeText: boolean): Occurrence[] {
  if (!node.mayNameMessage) return [];
  const facts = factsOf(node, outerFacts);
  const target = eventTarget(node);
  if (target) {
    // The phone inside the target is the author's, not the chat's.
    const remote = target.node.entries.filter(({ key }) => key.name.startsWith('remote'));
    const chat = facts.chat ?? factsOf({ ...createNode(), entries: remote }, noFacts).chat;
    const ids = idsOf(target.node, { ...facts, chat, fromMe: factsOf(target.node, noFacts).fromMe });
    return target.isRevoked ? [...ids.map(uncertain), ...sameMessages(target.siblings, facts, ids)] : ids;
  }

  const ownIds = idsOf(node, facts);
  const readsFreeValues = readsFreeText && ownIds.length === 0;
  const below = node.entries.flatMap(({ key, value }) => {
    const { role } = key;
    if (role === 'unrelated' || role === 'account' || role === 'messages') return [];
    if (isNode(value)) return readNode(value, facts, readsFreeValues).filter((inner) => completes(ownIds, inner));
    return readsFreeValues ? readFree(value, facts) : [];
  });
  const loose = node.loose.flatMap((value) => {
    if (isNode(value)) return readNode(value, facts, readsFreeValues);
    // After a label that names one message, more ids may follow: `IDs: 3EB0…, 3EB0…`.
    return readsFreeText ? readFree(value, readsFreeValues ? facts : noFacts) : [];
  });
  return [...ownIds, ...below, ...loose];
}

/**
 * Tells whether a reference in an inner object adds the whole key or the chat to the message that the outer object
 * names.
 */
function completes([outer]: readonly Occurrence[], { reference }: Occurrence): boolean {
  if (!outer || !isIdByForm(outer)) return true;
  const { messageId, chat, serialized } = outer.reference;
  return messageId === reference.messageId && (chat === null || (!serialized && reference.serialized !== null));
}

/**
 * Tells whether the value itself looks like a message id. Its key alone is not enough: databases use keys such as `id`
 * for any row.
 */
const isIdByForm = ({ reference }: Occurrence): boolean =>
  reference.certain && (reference.serialized ?? classifyId(reference.messageId)) !== null;

/** The roles of keys whose values name the message of a node, the most trusted first. */
const idRoles: readonly Role[] = ['message', 'messages', 'uuid', 'id'];

const trustRank = ({ role, rank }: Key): number => idRoles.indexOf(role) * 100 + rank;

/** Reads the message or the list of messages under the most trusted key of a node. A whole key wins over any id. */
function idsOf(node: Node, outerFacts: Facts): Occurrence[] {
  const named = node.entries.filter(({ key }) => idRoles.includes(key.role));
  if (named.length === 0) return [];
  const facts = withDirectionOfAnswer(node, outerFacts);
  const candidates = named
    .sort((a, b) => trustRank(a.key) - trustRank(b.key))
    .map(({ key, value }) => atomsIn(key.role, value).flatMap((atom) => readKeyed(key, atom, facts)))
    .filter((occurrences) => occurrences.length > 0);
  const chosen =
    candidates.find(([first]) => first?.reference.serialized) ??
    candidates.find(([first]) => first && isIdByForm(first)) ??
    candidates[0] ??
    [];
  const [only, ...others] = chosen;
  if (!only || others.length > 0) return chosen;
  return [{ ...only, reference: withAliases(only.reference, uuidAliases(node, only.reference)) }];
}

function atomsIn(role: Role, value: Atom | Node): Atom[] {
  if (!isNode(value)) return [value];
  return role === 'messages' ? value.loose.filter((item): item is Atom => !isNode(item)) : [];
}

function readKeyed(key: Key, { text, offset, isCut }: Atom, facts: Facts): Occurrence[] {
  if (key.role === 'uuid') {
    return isUuid(text) ? [{ reference: bareReference(text, true, { form: 'uuid' }), offset, isFree: false }] : [];
  }
  return readIdValue(text, trustOf(key, facts)).map((bare) => {
    const reference = withFacts(bare, facts);
    return { reference: isCut ? afterCut(reference) : reference, offset, isFree: false };
  });
}

/** Tells how far the value of a key may be trusted to name a message. */
function trustOf({ name }: Key, { chat, fromMe }: Facts): Trust {
  if (!isGeneralKey(name)) return 'message';
  if (chat !== null && isOfWhatsApp(chat)) return 'message';
  // Records of any kind have an `id`, and records of customers have a phone number too.
  if (name === 'id') return chat === null || fromMe === null ? 'none' : 'message';
  return chat === null && fromMe === null ? 'none' : 'form';
}

/** Tells whether only WhatsApp spells a chat like this: as a JID or a group, and not as a phone number. */
const isOfWhatsApp = (chat: string): boolean => chat.includes('@') || readChat(chat)?.kind !== 'person';

/** Sets the direction if a node is a provider's answer to a message that the connected number sent. */
function withDirectionOfAnswer(node: Node, facts: Facts): Facts {
  const has = (name: string) => node.entries.some(({ key }) => key.name === name);
  const isAnswer = (has('zaapid') && has('created')) || (has('idmessage') && node.keyCount === 1);
  return facts.fromMe === null && isAnswer ? { ...facts, fromMe: true } : facts;
}

/** Adds the facts around a message to its reference. The facts of a whole key are not overwritten. */
function withFacts(bare: Reference, facts: Facts): Reference {
  const { accountHints } = facts;
  const reference = withAliases(bare, facts.aliases);
  if (reference.serialized) return { ...reference, accountHints };
  return {
    ...reference,
    accountHints,
    chat: facts.chat,
    isChatWrittenByHand: facts.chat !== null && isWrittenByHand(facts.chat),
    fromMe: reference.fromMe ?? facts.fromMe,
  };
}

const withAliases = (reference: Reference, aliases: readonly Alias[]): Reference =>
  aliases.length === 0 ? reference : { ...reference, aliases: [...(reference.aliases ?? []), ...aliases] };

const readFree = (atom: Atom, facts: Facts): Occurrence[] =>
  readFreeText(atom, (reference) => withFacts(reference, facts));

/** Returns the messages in inner nodes that are the same as the given ones: the state before and after a deletion. */
function sameMessages(nodes: readonly Node[], facts: Facts, occurrences: readonly Occurrence[]): Occurrence[] {
  const ids = new Set(occurrences.map(({ reference }) => reference.messageId));
  return nodes.flatMap((node) => readNode(node, facts, false)).filter(({ reference }) => ids.has(reference.messageId));
}

const uncertain = (occurrence: Occurrence): Occurrence => ({
  ...occurrence,
  reference: { ...occurrence.reference, certain: false },
});
