import { element } from './dom.js';

const untilFormat = new Intl.DateTimeFormat(undefined, {
  day: 'numeric',
  month: 'short',
  hour: 'numeric',
  minute: '2-digit',
});
const timeFormat = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });

const banner = (pinned, message) =>
  element(
    'li',
    { className: 'pinned' },
    element('span', { className: 'pin', ariaHidden: 'true' }),
    element('span', { className: 'pinned-text' }, message?.text ?? pinned.messageId),
    element('time', { dateTime: new Date(pinned.until).toISOString() }, `until ${untilFormat.format(pinned.until)}`),
  );

const bubble = (message, isPinned) =>
  element(
    'li',
    { className: `bubble ${message.by ? 'theirs' : 'ours'}` },
    message.by ? element('b', {}, message.by.name) : null,
    element('span', {}, message.text),
    element(
      'small',
      {},
      isPinned ? element('span', { className: 'pin', title: 'pinned' }) : null,
      element('code', {}, message.messageId),
      ` ${timeFormat.format(new Date(message.sentAt))}`,
    ),
  );

function chatCard(chat, pins) {
  const messageOf = (pinned) => chat.messages.find(({ messageId }) => messageId === pinned.messageId);
  const pinnedIds = pins.map(({ messageId }) => messageId);
  return element(
    'article',
    { className: 'chat' },
    element('h4', {}, chat.name, element('code', {}, chat.name === chat.chat ? '' : chat.chat)),
    pins.length > 0 &&
      element(
        'ul',
        { className: 'banner', ariaLabel: `Pinned in ${chat.name}` },
        ...pins.toReversed().map((pinned) => banner(pinned, messageOf(pinned))),
      ),
    element('ul', { className: 'bubbles' }, ...chat.messages.map((m) => bubble(m, pinnedIds.includes(m.messageId)))),
  );
}

/** Every account with its chats; a chat that only a pin tells of comes first. */
export function showAccounts(place, accounts, pins) {
  const sections = accounts.map(({ account, name, number, chats }) => {
    const here = pins.filter((pinned) => pinned.account === account);
    const strangers = [...new Set(here.map(({ chat }) => chat))].filter(
      (jid) => !chats.some(({ chat }) => chat === jid),
    );
    const all = [...strangers.map((jid) => ({ chat: jid, name: jid, messages: [] })), ...chats];
    return element(
      'section',
      { className: 'account' },
      element('h3', {}, name, element('code', {}, `+${number}`)),
      all.length === 0
        ? element('p', { className: 'none' }, 'Not connected: no chats.')
        : element(
            'div',
            { className: 'chats' },
            ...all.map((chat) =>
              chatCard(
                chat,
                here.filter((pinned) => pinned.chat === chat.chat),
              ),
            ),
          ),
    );
  });
  place.replaceChildren(...sections);
}
