import { element } from './dom.js';

const timeFormat = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });
const providerNames = { 'z-api': 'Z-API', periskope: 'Periskope' };

const pretty = (value) => (typeof value === 'string' ? value : JSON.stringify(value, null, 2));

const statusClass = (status) => (status === null ? 'open' : status < 300 ? 'good' : 'bad');

/** One request as an entry of the list; it opens to its headers and body. */
export const requestEntry = (request) =>
  element(
    'li',
    { className: request.violation === null ? 'request' : 'request violating', id: `request-${request.number}` },
    element(
      'details',
      {},
      element(
        'summary',
        {},
        element('time', {}, timeFormat.format(request.at)),
        element('span', { className: 'provider' }, providerNames[request.provider]),
        element('b', {}, request.route),
        element('span', { className: `status ${statusClass(request.status)}` }, String(request.status ?? 'no answer')),
        element('code', { className: 'path' }, `${request.method} ${request.path}`),
        request.violation === null
          ? null
          : element('span', { className: 'violation' }, `Violation of the documentation: ${request.violation}`),
        request.body === null ? null : element('code', { className: 'body' }, JSON.stringify(request.body)),
      ),
      element('pre', {}, `${request.via}\n${pretty(request.headers)}`),
      request.body === null ? null : element('pre', {}, pretty(request.body)),
    ),
  );
