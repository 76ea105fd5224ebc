import { idsInAddress, mediaSuffix } from './address';
import { type Alias, queueAliases } from './alias';
import { classifyId } from './bare-id';
import { isWrittenByHand } from './chat';
import { readIdValue } from './id-value';
import { plainKey, roleOf } from './keys';
import { type Facts, factsOf, noFacts } from './record';
import { bareReference, type Reference } from './reference';
import { type Atom, isNode, type Node } from './scan';
import { findSerializedKeys } from './serialized-key';

/** Most words are shorter than any id: they are passed over at once. */
const minIdLength = 16;

/** A reference and where it stood, for the order of reading. */
export interface Found {
  reference: Reference;
  at: number;
  /** Stood free in the text: it may take a chat that stands there too. */
  free: boolean;
}

/**
 * The references in a scanned text. An object that names its message speaks for all that is in it: what else has the
 * form of an id there is a quote, a file or an account.
 */
export function readLines(lines: readonly Node[]): Found[] {
  const ids = new Set(lines.flatMap((line) => idsOf(line, noFacts)).map(({ reference }) => reference.messageId));
  // Pairs on several lines are about one message where there is only one.
  return (ids.size === 1 ? [lines] : recordsIn(lines)).flatMap((record) =>
    readNode(
      { entries: record.flatMap((line) => line.entries), loose: record.flatMap((line) => line.loose) },
      noFacts,
      true,
    ),
  );
}

/** Lines of pairs are one record until a key of a message or a chat comes again. */
function recordsIn(lines: readonly Node[]): Node[][] {
  const records: Node[][] = [];
  let keys = new Set<string>();
  for (const line of lines) {
    const names = line.entries
      .map(({ key }) => plainKey(key))
      .filter((key) => /^(?:message|messages|id|chat)$/.test(roleOf(key).role));
    const record = records.at(-1);
    if (!record || line.loose.some(isNode) || names.some((key) => keys.has(key))) {
      records.push([line]);
      keys = new Set(names);
    } else {
      record.push(line);
      for (const name of names) keys.add(name);
    }
  }
  return records;
}

/** @param freely whether also what no key vouches for is read */
function readNode(node: Node, around: Facts, freely: boolean): Found[] {
  const facts = factsOf(node, around);
  const target = eventTarget(node);
  if (target) {
    // Its phone is the author's.
    const remote = target.entries.filter(({ key }) => /^remote/i.test(key));
    const chat = facts.chat ?? factsOf({ entries: remote, loose: [] }, noFacts).chat;
    return idsOf(target, { ...facts, chat, fromMe: factsOf(target, noFacts).fromMe });
  }

  const own = idsOf(node, facts);
  const alsoFree = freely && own.length === 0;
  const below = node.entries.flatMap(({ key, value }) => {
    const { role } = roleOf(key);
    if (role === 'unrelated' || role === 'account' || role === 'messages') return [];
    if (isNode(value)) return readNode(value, facts, alsoFree).filter((found) => addsTo(own, found));
    return alsoFree ? readFree(value, facts) : [];
  });
  const loose = node.loose.flatMap((value) => {
    if (isNode(value)) return readNode(value, facts, alsoFree);
    // Beside a label that names one message, others may stand: `IDs: 3EB0…, 3EB0…`.
    return freely ? readFree(value, alsoFree ? facts : noFacts) : [];
  });
  return [...own, ...below, ...loose];
}

/** What an object inside says of the message that the outer one names: its whole key, or the chat; else it is another. */
function addsTo([outer]: readonly Found[], { reference }: Found): boolean {
  if (!outer || !isKnown(outer)) return true;
  const { messageId, chat, serialized } = outer.reference;
  return messageId === reference.messageId && (chat === null || (!serialized && reference.serialized !== null));
}

/** Sure by its form, not only by its key: data bases name their rows too. */
const isKnown = ({ reference }: Found): boolean =>
  reference.certain && (reference.serialized ?? classifyId(reference.messageId)) !== null;

/** In a pin or a reaction the outer id is the event's. Source: docs/providers.md "Z-API" [DOC]. */
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

const idRoles = ['message', 'messages', 'queue', 'id'] as const;
type IdRole = (typeof idRoles)[number];

/** What the node's own keys name: the most trusted key or list, before all a whole key. */
function idsOf(node: Node, around: Facts): Found[] {
  const facts = sentFacts(node, around);
  const named = idRoles
    .flatMap((role) =>
      node.entries
        .filter(({ key }) => roleOf(key).role === role)
        .sort((a, b) => roleOf(a.key).rank - roleOf(b.key).rank)
        .map(({ value }) => atomsIn(role, value).flatMap((atom) => readKeyed(role, atom, facts))),
    )
    .filter((found) => found.length > 0);
  const chosen =
    named.find(([first]) => first?.reference.serialized) ??
    named.find(([first]) => first && isKnown(first)) ??
    named[0] ??
    [];
  const [only, ...others] = chosen;
  if (!only || others.length > 0) return chosen;
  return [{ ...only, reference: withAliases(only.reference, queueAliases(node, only.reference)) }];
}

function atomsIn(role: IdRole, value: Atom | Node): Atom[] {
  if (!isNode(value)) return [value];
  return role === 'messages' ? value.loose.filter((item): item is Atom => !isNode(item)) : [];
}

function readKeyed(role: IdRole, atom: Atom, facts: Facts): Found[] {
  if (role === 'queue') {
    const queued = /^[0-9a-f-]{36}$/i.test(atom.text);
    return queued ? [{ reference: bareReference(atom.text, true, { form: 'uuid' }), at: atom.at, free: false }] : [];
  }
  const isRecord = facts.chat !== null && facts.fromMe !== null;
  const read = readIdValue(atom.text, role === 'id' ? (isRecord ? 'record' : 'none') : 'message');
  if (!read) return [];
  return [{ reference: withFacts(read, facts), at: atom.at, free: false }];
}

/** The answer to a send names what the connected number sent. */
function sentFacts(node: Node, facts: Facts): Facts {
  const names = node.entries.map(({ key }) => plainKey(key));
  const sent = (names.includes('zaapid') && names.includes('created')) || names.join() === 'idmessage';
  return facts.fromMe === null && sent ? { ...facts, fromMe: true } : facts;
}

/** A key says more about its message than what stands around it. */
function withFacts(found: Reference, facts: Facts): Reference {
  const { accountHints } = facts;
  const reference = withAliases(found, facts.aliases);
  if (reference.serialized) return { ...reference, accountHints };
  return {
    ...reference,
    accountHints,
    chat: facts.chat,
    isChatWrittenByHand: facts.chat !== null && isWrittenByHand(facts.chat),
    fromMe: reference.fromMe ?? facts.fromMe,
  };
}

const withAliases = (reference: Reference, more: readonly Alias[]): Reference =>
  more.length === 0 ? reference : { ...reference, aliases: [...(reference.aliases ?? []), ...more] };

/** What speaks for itself: whole keys, addresses, and ids by their form. */
function readFree({ text, at }: Atom, facts: Facts): Found[] {
  if (text.length < minIdLength) return [];
  const keys = findSerializedKeys(text);
  if (keys.length > 0) return keys.map((reference) => ({ reference: withFacts(reference, facts), at, free: false }));
  const inAddress = idsInAddress(text);
  if (inAddress) return inAddress.map((reference) => ({ reference, at, free: false }));
  const id = text.replace(/^[^0-9A-Za-z#/+=_-]+|[^0-9A-Za-z#/+=_*…-]+$/g, '').replace(mediaSuffix, '');
  const sure = text.endsWith('...') ? null : classifyId(id);
  if (!sure) return [];
  return [{ reference: withFacts(bareReference(id, sure === 'certain'), facts), at, free: true }];
}
