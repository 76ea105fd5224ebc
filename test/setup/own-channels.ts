// Unit test files run in threads of one process, and a BroadcastChannel reaches all of them. With names of its own, a test
// file hears nothing of what another announces.
const testFile = crypto.randomUUID();
const SharedChannel = globalThis.BroadcastChannel;

globalThis.BroadcastChannel = class extends SharedChannel {
  constructor(name: string) {
    super(`${name} ${testFile}`);
  }
};
