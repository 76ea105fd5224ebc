import { useEffect, useRef, useState } from 'preact/hooks';
import type { MessageEntry } from '../providers/contract/lists';
import { type Failure, failure } from '../providers/contract/outcome';
import { worker } from '../ui/worker';

/** The latest messages of a chat, as far as they were fetched. Nothing is kept when the picker closes. */
export interface Messages {
  entries: readonly MessageEntry[];
  loading: boolean;
  failure: Failure | null;
  /** Whether there are older ones. */
  hasOlder: boolean;
  /** Fetches the next page, also after a failure. */
  load(): void;
}

interface State {
  entries: readonly MessageEntry[];
  next: number | null;
  loading: boolean;
  failure: Failure | null;
}

const nothing: State = { entries: [], next: null, loading: false, failure: null };

/** @param chat a JID; null while none is chosen */
export function useMessages(accountId: string, chat: string | null): Messages {
  const [state, setState] = useState<State>(nothing);
  const shown = useRef('');
  shown.current = `${accountId} ${chat}`;

  async function load(from: State): Promise<void> {
    if (chat === null) return;
    const wanted = `${accountId} ${chat}`;
    setState({ ...from, loading: true, failure: null });
    const reply = await worker('messages', { accountId, chat, page: from.next });
    if (shown.current !== wanted) return;
    const answer = reply.ok ? reply.answer : failure('unavailable', 'account');
    if ('kind' in answer) setState({ ...from, failure: answer });
    else {
      const known = new Set(from.entries.map(({ key }) => key));
      const fresh = answer.messages.filter(({ key }) => !known.has(key));
      setState({ ...nothing, entries: [...from.entries, ...fresh], next: answer.next });
    }
  }

  useEffect(() => {
    setState(nothing);
    void load(nothing);
  }, [accountId, chat]);

  const { entries, next, loading } = state;
  return {
    entries,
    loading,
    failure: state.failure,
    hasOlder: next !== null,
    load: () => {
      if (!loading) void load(state);
    },
  };
}
