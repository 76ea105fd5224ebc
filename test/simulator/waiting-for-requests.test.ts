import { expect, it } from 'vitest';
import { zApiPin } from './documented-requests.ts';
import { useSimulator } from './running-simulator.ts';
import { sendRaw } from './send-raw.ts';

const simulator = useSimulator();

it('waitFor resolves at once to a request that was received already', async () => {
  await sendRaw(simulator(), zApiPin);
  await expect(simulator().waitFor(({ route }) => route === 'pin', 1)).resolves.toMatchObject({ status: 200 });
});

it('waitFor waits for the answer too', async () => {
  const answered = simulator().waitFor(({ status }) => status === 200);
  await sendRaw(simulator(), zApiPin);
  await expect(answered).resolves.toMatchObject({ route: 'pin' });
});

it('waitFor says what was received when its time is over', async () => {
  await sendRaw(simulator(), { ...zApiPin, method: 'PUT' });
  const waited = simulator().waitFor(({ provider }) => provider === 'periskope', 1);
  await expect(waited).rejects.toThrow(/within 1 ms[\s\S]*PUT .*pin-message → 405 \(violation: the method is POST\)/);
});
