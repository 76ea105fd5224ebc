/** The demo accounts' credentials: fixed values of real shapes that open nothing anywhere. */
export interface DemoCredentials {
  zApi: ZApiCredentials;
  /** A second instance of the same Z-API account (so the same Client-Token), with no phone connected. */
  zApiDisconnected: ZApiCredentials;
  periskope: {
    apiKey: string;
    phone: string;
    otherPhone: string;
    /** The phone id of `phone`: `x-phone` takes either. */
    phoneId: string;
    unreadyPhone: string;
  };
}

export interface ZApiCredentials {
  instanceId: string;
  instanceToken: string;
  clientToken: string;
}

export interface ZApiInstance extends ZApiCredentials {
  name: string;
  number: string;
  connected: boolean;
}

export interface PeriskopePhone {
  number: string;
  phoneId: string;
  name: string;
  ready: boolean;
}

// An account-level token: every instance of the account takes the same one (docs/providers.md, Z-API [DOC]).
const clientToken = 'F7d20c4be91f84a6d9b3058c1e6fa72d5S';

const demoInstance: ZApiInstance = {
  instanceId: '3E1F07A6B5C24D8890AB7C61D2E3F405',
  instanceToken: '9A4C17D0E25B8F63A1D94E70',
  clientToken,
  name: 'Demo Z-API',
  number: '5511999990000',
  connected: true,
};

const disconnectedInstance: ZApiInstance = {
  instanceId: '3E1F07B92D604C1FA853E07D6B18C2F9',
  instanceToken: 'D05E82B7419C3FA6601B7E2C',
  clientToken,
  name: 'Demo Z-API, disconnected',
  number: '5511999991111',
  connected: false,
};

export const zApiInstances: readonly ZApiInstance[] = [demoInstance, disconnectedInstance];

export const periskopeOrgId = '2997dd64-89bf-48d3-9a22-b314fca017e5';

const support = { number: '918527184400', phoneId: 'phone-bqzvyibhmwkaergr', name: 'Support', ready: true };
const community = { number: '919000000000', phoneId: 'phone-kdlwmcqzrtpevnas', name: 'Community', ready: true };
const warehouse = { number: '917011112222', phoneId: 'phone-xoshfnqtwbliucym', name: 'Warehouse', ready: false };

export const periskopePhones: readonly PeriskopePhone[] = [support, community, warehouse];

/** Looks like a JSON Web Token; its payload reads {"sub":"demo","iss":"pushpin simulator"}. */
export const periskopeApiKey = [
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9',
  'eyJzdWIiOiJkZW1vIiwiaXNzIjoicHVzaHBpbiBzaW11bGF0b3IifQ',
  'q0c7Yp3nVxTz8Rk1LwUj5sHdGmBe2aFo9iNvXyKtQzM',
].join('.');

const credentialsOf = ({ instanceId, instanceToken, clientToken }: ZApiInstance): ZApiCredentials => ({
  instanceId,
  instanceToken,
  clientToken,
});

export const demoCredentials: DemoCredentials = {
  zApi: credentialsOf(demoInstance),
  zApiDisconnected: credentialsOf(disconnectedInstance),
  periskope: {
    apiKey: periskopeApiKey,
    phone: support.number,
    otherPhone: community.number,
    phoneId: support.phoneId,
    unreadyPhone: warehouse.number,
  },
};

/** All secrets of the demo accounts, to mask them in whatever is shown. */
export const demoSecrets: readonly string[] = [
  ...zApiInstances.map((instance) => instance.instanceToken),
  clientToken,
  periskopeApiKey,
];
