import messages from '../public/_locales/en/messages.json' with { type: 'json' };

const home = 'chrome-extension://pushpin/';

interface Entry {
  message: string;
  placeholders?: Record<string, { content: string }>;
}

/** Returns the English text of a key, with its placeholders filled in as Chrome does. */
function getMessage(key: string, substitutions: readonly string[] = []): string {
  const { message, placeholders = {} } = (messages as Record<string, Entry>)[key] ?? { message: '' };
  return message.replace(/\$(\w+)\$/g, (_whole, name: string) => {
    const index = Number(placeholders[name.toLowerCase()]?.content.slice(1)) - 1;
    return substitutions[index] ?? '';
  });
}

/** Creates an event of the extension API; `fire` calls its listeners. */
function createEvent<Listener extends (...args: never[]) => unknown>() {
  const listeners: Listener[] = [];
  return {
    addListener: (listener: Listener) => void listeners.push(listener),
    hasListener: (listener: Listener) => listeners.includes(listener),
    fire: (...args: Parameters<Listener>) => listeners.map((listener) => listener(...args)),
  };
}

/** The values of a storage area. Every change calls `onChange` with the keys that changed. */
class KeptValues extends Map<string, unknown> {
  onChange = (_changes: Record<string, object>): void => {};
  override set(key: string, value: unknown): this {
    super.set(key, value);
    this.onChange({ [key]: {} });
    return this;
  }
  override delete(key: string): boolean {
    const isDeleted = super.delete(key);
    this.onChange({ [key]: {} });
    return isDeleted;
  }
  override clear(): void {
    const changes = Object.fromEntries([...this.keys()].map((key) => [key, {}]));
    super.clear();
    this.onChange(changes);
  }
}

/** Creates a storage area. Values are copied on their way in and out, and every call is asynchronous. */
function createArea() {
  const kept = new KeptValues();
  const onChanged = createEvent<(changes: Record<string, object>) => void>();
  kept.onChange = onChanged.fire;
  return {
    kept,
    onChanged,
    async get(key: string): Promise<Record<string, unknown>> {
      await Promise.resolve();
      return kept.has(key) ? { [key]: structuredClone(kept.get(key)) } : {};
    },
    async set(values: Record<string, unknown>): Promise<void> {
      await Promise.resolve();
      for (const [key, value] of Object.entries(values)) kept.set(key, structuredClone(value));
    },
  };
}

export interface Sender {
  id?: string;
  url?: string;
}

function createBrowser() {
  const opened: string[] = [];
  const toolbar = { text: '', color: '', title: '' };
  const permissionEvents = { onAdded: createEvent<() => void>(), onRemoved: createEvent<() => void>() };
  let isAllowed = true;
  const reachable = {
    get allowed() {
      return isAllowed;
    },
    set allowed(allowed: boolean) {
      isAllowed = allowed;
      permissionEvents[allowed ? 'onAdded' : 'onRemoved'].fire();
    },
  };
  return {
    /** The popup and the addresses of the pages that the extension opened, in order. */
    opened,
    toolbar,
    reachable,
    storage: { local: createArea(), session: createArea() },
    i18n: { getMessage, getUILanguage: () => 'en' },
    permissions: {
      contains: async () => reachable.allowed,
      request: async () => reachable.allowed,
      ...permissionEvents,
    },
    runtime: {
      id: 'pushpin',
      getURL: (path: string) => home + path,
      onMessage: createEvent<(message: unknown, sender: Sender) => Promise<unknown>>(),
      sendMessage: async (_message: unknown): Promise<unknown> => undefined,
    },
    action: {
      openPopup: async () => void opened.push('popup'),
      setBadgeText: async ({ text }: { text: string }) => Object.assign(toolbar, { text }),
      setBadgeBackgroundColor: async ({ color }: { color: string }) => Object.assign(toolbar, { color }),
      setTitle: async ({ title }: { title: string }) => Object.assign(toolbar, { title }),
    },
    tabs: {
      create: async ({ url }: { url: string }) => void opened.push(url.replace(home, '')),
      query: async (_query: { url: string }): Promise<{ id: number; windowId: number }[]> => [],
      update: async (id: number, { url = '' }: { url?: string }) =>
        void opened.push(`tab ${id} ${url.replace(home, '')}`),
    },
    windows: {
      create: async ({ url }: { url: string }) => void opened.push(url.replace(home, '')),
      update: async (id: number, _change: object) => void opened.push(`window ${id}`),
    },
    alarms: {
      create: async (_name: string, _when: { when: number }) => {},
      clear: async () => true,
      onAlarm: createEvent<(alarm: { name: string }) => void>(),
    },
  };
}

/** The parts of the extension API that Pushpin uses, for `vi.mock` of `src/platform/browser`. Each test file has its own. */
export const browser = createBrowser();
