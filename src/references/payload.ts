import { idsInAddress, mediaSuffix } from './address';
import { type Alias, uuidAliases } from './alias';
import { classifyId, isUuid } from './bare-id';
import { isWrittenByHand } from './chat';
import { readIdValue } from './id-value';
import { plainKey, roleOf } from './keys';
import { type Facts, factsOf, noFacts } from './record';
import { bareReference, type Reference } from './reference';
import { type Atom, isNode, type Node } from './scan';
import { findSerializedKeys } from './serialized-key';

/** The length of the shortest id, in characters. Most words are shorter and are skipped at once. */
const minIdLength = 16;

/** A reference, and where it was found. */
export interface Occurrence {
  reference: Reference;
  /** The position in the text, in characters. */
  offset: number;
  /**
   * Whether the reference was found in running text, without a key. Such a reference may take a chat from the text
   * around it.
   */
  isFree: boolean;
}

/**
 * Finds the references in a scanned text. In an object that names its message, other values in the form of an id are
 * ignored: they identify a quoted message, a file or an account.
 */
export function readLines(lines: readonly Node[]): Occurrence[] {
  const ids = new Set(lines.flatMap((line) => idsOf(line, noFacts)).map(({ reference }) => reference.messageId));
  // If the lines name a single message, all of them are about it.
  return (ids.size === 1 ? [lines] : recordsIn(lines)).flatMap((record) =>
    readNode(
      { entries: record.flatMap((line) => line.entries), loose: record.flatMap((line) => line.loose) },
      noFacts,
      true,
    ),
  );
}

/** Groups lines of key-value pairs into records. A new record begins where a key of a message or a chat is repeated. */
function recordsIn(lines: readonly Node[]): Node[][] {
  const records: Node[][] = [];
  let keys = new Set<string>();
  for (const line of lines) {
    const lineKeys = line.entries
      .map(({ key }) => plainKey(key))
      .filter((key) => /^(?:message|messages|id|chat)$/.test(roleOf(key).role));
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
  const facts = factsOf(node, outerFacts);
  const target = eventTarget(node);
  if (target) {
    // The phone inside the target is the author's, not the chat's.
    const remote = target.entries.filter(({ key }) => /^remote/i.test(key));
    const chat = facts.chat ?? factsOf({ entries: remote, loose: [] }, noFacts).chat;
    return idsOf(target, { ...facts, chat, fromMe: factsOf(target, noFacts).fromMe });
  }

  const ownIds = idsOf(node, facts);
  const readsFreeValues = readsFreeText && ownIds.length === 0;
  const below = node.entries.flatMap(({ key, value }) => {
    const { role } = roleOf(key);
    if (role === 'unrelated' || role === 'account' || role === 'messages') return [];
    if (isNode(value)) return readNode(value, facts, readsFreeValues).filter((inner) => completes(ownIds, inner));
    return readsFreeValues ? readFreeText(value, facts) : [];
  });
  const loose = node.loose.flatMap((value) => {
    if (isNode(value)) return readNode(value, facts, readsFreeValues);
    // After a label that names one message, more ids may follow: `IDs: 3EB0…, 3EB0…`.
    return readsFreeText ? readFreeText(value, readsFreeValues ? facts : noFacts) : [];
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

/**
 * Returns the node that names the message that was pinned or reacted to, if a node is the payload of such an event. The
 * id outside that node is then the id of the event. Source: docs/message-ids.md "Payloads" [DOC].
 */
function eventTarget(node: Node): Node | null {
  for (const { key, value } of node.entries) {
    if (!isNode(value)) continue;
    const name = plainKey(key);
    const within = name === 'message' ? eventTarget(value) : null;
    if (within) return within;
    if (!/^(?:pin(?:inchat)?message|reaction(?:message)?)$/.test(name)) continue;
    const target = value.entries.find((entry) => /^(?:referencedmessage|key|messageid)$/.test(plainKey(entry.key)));
    if (target) return isNode(target.value) ? target.value : value;
  }
  return null;
}

const idRoles = ['message', 'messages', 'uuid', 'id'] as const;
type IdRole = (typeof idRoles)[number];

/** Reads the message or the list of messages under the most trusted key of a node. A whole key wins over any id. */
function idsOf(node: Node, outerFacts: Facts): Occurrence[] {
  const facts = withDirectionOfAnswer(node, outerFacts);
  const candidates = idRoles
    .flatMap((role) =>
      node.entries
        .filter(({ key }) => roleOf(key).role === role)
        .sort((a, b) => roleOf(a.key).rank - roleOf(b.key).rank)
        .map(({ value }) => atomsIn(role, value).flatMap((atom) => readKeyed(role, atom, facts))),
    )
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

function atomsIn(role: IdRole, value: Atom | Node): Atom[] {
  if (!isNode(value)) return [value];
  return role === 'messages' ? value.loose.filter((item): item is Atom => !isNode(item)) : [];
}

function readKeyed(role: IdRole, { text, offset }: Atom, facts: Facts): Occurrence[] {
  if (role === 'uuid') {
    return isUuid(text) ? [{ reference: bareReference(text, true, { form: 'uuid' }), offset, isFree: false }] : [];
  }
  const isRecord = facts.chat !== null && facts.fromMe !== null;
  const reference = readIdValue(text, role === 'id' ? (isRecord ? 'record' : 'none') : 'message');
  return reference ? [{ reference: withFacts(reference, facts), offset, isFree: false }] : [];
}

/** Sets the direction if a node is a provider's answer to a message that the connected number sent. */
function withDirectionOfAnswer(node: Node, facts: Facts): Facts {
  const keys = node.entries.map(({ key }) => plainKey(key));
  const isAnswer = (keys.includes('zaapid') && keys.includes('created')) || keys.join() === 'idmessage';
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

/** Reads what needs no key to be recognized: whole keys, addresses, and ids by their form. */
function readFreeText({ text, offset }: Atom, facts: Facts): Occurrence[] {
  if (text.length < minIdLength) return [];
  const keys = findSerializedKeys(text);
  if (keys.length > 0)
    return keys.map((reference) => ({ reference: withFacts(reference, facts), offset, isFree: false }));
  const inAddress = idsInAddress(text);
  if (inAddress) return inAddress.map((reference) => ({ reference, offset, isFree: false }));
  const id = text.replace(/^[^0-9A-Za-z#/+=_-]+|[^0-9A-Za-z#/+=_*…-]+$/g, '').replace(mediaSuffix, '');
  const certainty = text.endsWith('...') ? null : classifyId(id);
  if (!certainty) return [];
  return [{ reference: withFacts(bareReference(id, certainty === 'certain'), facts), offset, isFree: true }];
}
