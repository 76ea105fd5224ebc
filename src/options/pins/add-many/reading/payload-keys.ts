import { readChat } from '../../../../references';
import { roleOf } from '../../../../references/keys';

/** Returns the payload's key for the column of messages. A column that the user chose is certain to hold messages. */
export const keyOfMessage = (name: string, isChosen: boolean): string => {
  const { role } = roleOf(name);
  return role === 'messages' || role === 'uuid' || (role === 'id' && !isChosen) ? name : 'messageId';
};

/** Returns the payload's key for a column of senders. */
export const keyOfSender = (name: string, cell: string): string => {
  const isPayloadKey = /^(?:direction|participant)$/.test(roleOf(name).role);
  return isPayloadKey ? name : readChat(cell) ? 'participant' : 'fromMe';
};
