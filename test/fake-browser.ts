import messages from '../public/_locales/en/messages.json' with { type: 'json' };

const home = 'chrome-extension://pushpin/';

interface Entry {
  message: string;
  placeholders?: Record<string, { content: string }>;
}

/** The English text, filled in as Chrome does it. */
function getMessage(key: string, substitutions: readonly string[] = []): string {
  const { message, placeholders = {} } = (messages as Record<string, Entry>)[key] ?? { message: '' };
  return message.replace(/\$(\w+)\$/g, (_whole, name: string) => {
    const index = Number(placeholders[name.toLowerCase()]?.content.slice(1)) - 1;
    return substitutions[index] ?? '';
  });
}

/** An event of the browser's, and a way to make it happen. */
function createEvent<Listener extends (...given: never[]) => unknown>() {
  const listeners: Listener[] = [];
  return {
    addListener: (listener: Listener) => void listeners.push(listener),
    fire: (...given: Parameters<Listener>) => listeners.map((listener) => listener(...given)),
  };
}

/** A storage area: everything is copied on its way in and out, and nothing happens at once. */
function createArea() {
  const kept = new Map<string, unknown>();
  return {
    kept,
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
  const reachable = { allowed: true };
  return {
    /** What the extension opened, in order: the popup and addresses of its pages. */
    opened,
    toolbar,
    reachable,
    storage: { local: createArea(), session: createArea() },
    i18n: { getMessage, getUILanguage: () => 'en' },
    permissions: { contains: async () => reachable.allowed, request: async () => reachable.allowed },
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

/** The browser, as far as Pushpin uses it; `vi.mock` puts it in the place of `src/platform/browser`. One for each test file. */
export const browser = createBrowser();
