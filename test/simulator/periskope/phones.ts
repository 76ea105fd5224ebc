import { type PeriskopePhone, periskopeOrgId, periskopePhones } from '../demo-accounts.ts';
import { accept, type Verdict } from '../provider.ts';

/** A phone as `GET phones` returns it [DOC Get phone]; the state of one that is not ready is [INF]. */
const phoneInfo = ({ number, phoneId, name, ready }: PeriskopePhone) => ({
  created_at: '2024-12-15T11:47:26.668505+00:00',
  first_connected_at: '2024-12-15T11:47:49.649+00:00',
  is_ready: ready,
  label_ids: {},
  labels: [],
  org_id: periskopeOrgId,
  org_phone: `${number}@c.us`,
  phone_id: phoneId,
  phone_image: null,
  phone_name: name,
  qr_code: null,
  updated_at: '2026-11-20T07:51:48.209+00:00',
  wa_state: ready ? 'CONNECTED' : 'DISCONNECTED',
});

/** `GET phones` [DOC Get phone]: the phone that x-phone names. */
export const onePhone = (phone: PeriskopePhone): Verdict => accept(() => ({ status: 200, body: phoneInfo(phone) }));

/** `GET phones/all` [DOC Get all phones]: every phone of the organisation; needs the key only. */
export const allPhones = (): Verdict => accept(() => ({ status: 200, body: periskopePhones.map(phoneInfo) }));
