import { useEffect, useRef, useState } from 'preact/hooks';
import type { KnownChats } from '../accounts/chat-list';
import { onChange } from '../platform/changes';
import { type Failure, failure } from '../providers/contract/outcome';
import { worker } from '../ui/worker';

/** The chats of an account as the worker knows them, and how asking for them goes. */
export interface Chats {
  known: KnownChats['chats'];
  loading: boolean;
  failure: Failure | null;
  /** Asks the provider, once for each account in this popup. */
  want(): void;
  /** Asks the provider again. */
  refresh(): void;
}

/** The accounts whose chats this popup has asked for. */
const asked = new Set<string>();

/** Shows what is known at once, and follows what the worker fetches page by page. */
export function useChats(accountId: string): Chats {
  const [known, setKnown] = useState<KnownChats['chats']>([]);
  const [run, setRun] = useState<{ loading: boolean; failure: Failure | null }>({ loading: false, failure: null });
  const shown = useRef(accountId);
  shown.current = accountId;

  useEffect(() => {
    const gone = new AbortController();
    const read = async () => {
      const reply = await worker('chats', { accountId });
      if (reply.ok && !gone.signal.aborted) setKnown(reply.answer.chats);
    };
    setKnown([]);
    setRun({ loading: false, failure: null });
    onChange((subject) => {
      if (subject === 'chats') void read();
    }, gone.signal);
    void read();
    return () => gone.abort();
  }, [accountId]);

  async function refresh(): Promise<void> {
    setRun({ loading: true, failure: null });
    const reply = await worker('refresh chats', { accountId });
    if (shown.current !== accountId) return;
    if (reply.ok) setKnown(reply.answer.list.chats);
    setRun({ loading: false, failure: reply.ok ? reply.answer.failure : failure('unavailable', 'account') });
  }

  return {
    known,
    ...run,
    want() {
      if (asked.has(accountId)) return;
      asked.add(accountId);
      void refresh();
    },
    refresh: () => void refresh(),
  };
}
