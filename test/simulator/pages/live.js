import { showAccounts } from './chats.js';
import { requestEntry } from './requests.js';

const byId = (id) => document.getElementById(id);
const list = byId('requests');
let accounts = [];

function count() {
  const violating = list.querySelectorAll('.violating').length;
  byId('no-requests').hidden = list.children.length > 0;
  byId('counts').textContent = `${list.children.length}, ${violating} violations`;
  byId('counts').className = violating > 0 ? 'alarm' : '';
}

function showRequest(request) {
  const entry = requestEntry(request);
  const shown = byId(entry.id);
  if (shown === null) list.prepend(entry);
  else {
    entry.firstElementChild.open = shown.firstElementChild.open;
    shown.replaceWith(entry);
  }
}

const events = new EventSource('/_simulator/events');
const on = (name, act) => events.addEventListener(name, ({ data }) => act(JSON.parse(data)));

on('state', (state) => {
  accounts = state.accounts;
  list.replaceChildren();
  state.received.forEach(showRequest);
  count();
  showAccounts(byId('accounts'), accounts, state.pins);
});
on('request', (request) => {
  showRequest(request);
  count();
});
on('pins', (pins) => showAccounts(byId('accounts'), accounts, pins));

events.onopen = () => {
  byId('connection').textContent = 'live';
  byId('connection').className = 'live';
};
events.onerror = () => {
  byId('connection').textContent = 'the simulator has stopped';
  byId('connection').className = '';
};
