import type { ZApiInstance } from '../demo-accounts.ts';
import { accept, type Verdict } from '../provider.ts';

/** `GET status` [DOC Instance status]: `error` carries a text in the good case too. */
export const instanceStatus = ({ connected }: ZApiInstance): Verdict =>
  accept(() => ({
    status: 200,
    body: {
      connected,
      error: connected ? 'You are already connected.' : 'You are not connected.',
      smartphoneConnected: connected,
    },
  }));

/** `GET device` [DOC Device data]. That the fields are empty while disconnected, as in the page's example, is [INF]. */
export const instanceDevice = ({ connected, number, name }: ZApiInstance): Verdict =>
  accept(() => ({
    status: 200,
    body: {
      phone: connected ? number : '',
      imgUrl: '',
      about: '',
      name: connected ? name : '',
      device: { sessionName: 'Z-API', device_model: 'Z-API' },
      originalDevice: 'android',
      sessionId: 66,
      isBusiness: true,
    },
  }));
