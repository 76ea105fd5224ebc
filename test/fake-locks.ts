/** `navigator.locks`, as far as Pushpin uses it: work under one name runs alone, in the order of asking. */
export function createLocks() {
  const last = new Map<string, Promise<unknown>>();
  return {
    request<T>(name: string, work: () => Promise<T>): Promise<T> {
      const turn = (last.get(name) ?? Promise.resolve()).then(work);
      last.set(
        name,
        turn.catch(() => {}),
      );
      return turn;
    },
    /** Resolves when all that was asked for is done, and all that it asked for. */
    async idle(): Promise<void> {
      const waiting = [...last.values()];
      await Promise.all(waiting);
      if ([...last.values()].some((turn) => !waiting.includes(turn))) await this.idle();
    },
  };
}
