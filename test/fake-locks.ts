/** Creates the part of `navigator.locks` that Pushpin uses: work under one name runs alone, in the order of the requests. */
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
    /** Resolves when all requested work is done, including work that was requested meanwhile. */
    async idle(): Promise<void> {
      const waiting = [...last.values()];
      await Promise.all(waiting);
      if ([...last.values()].some((turn) => !waiting.includes(turn))) await this.idle();
    },
  };
}
