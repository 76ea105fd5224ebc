import { demoSecrets } from '../simulator/demo-accounts.ts';
import { addPeriskope, addRefusedZApi, addZApi, editAccount } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';

test('account: after saving, no secret is in a page or in an answer to one', async ({ pushpin }) => {
  const answers: string[] = [];
  await pushpin.context.exposeFunction('tellAnswer', (answer: string) => answers.push(answer));
  await pushpin.context.addInitScript(() => {
    const { runtime } = chrome;
    if (!runtime?.sendMessage) return;
    const send = runtime.sendMessage.bind(runtime);
    const tell = async (message: unknown) => {
      const answer = await send(message);
      await (globalThis as unknown as { tellAnswer(text: string): Promise<void> }).tellAnswer(JSON.stringify(answer));
      return answer;
    };
    Object.assign(runtime, { sendMessage: tell });
  });
  await addZApi(pushpin);
  await addPeriskope(pushpin);
  const wrong = 'Fsecret00wrong11client22token33S';
  await addRefusedZApi(pushpin, { name: 'Wrong', clientToken: wrong });

  const options = await pushpin.openOptions();
  const seen: string[] = [];
  for (const name of ['Support Brazil', 'Community India', 'Wrong']) {
    await editAccount(options, name);
    await options.getByText('Saved: ••••').first().waitFor();
    await options.getByRole('button', { name: 'Test connection' }).click();
    await options.getByText(/Connected as|refused the Client-Token/).waitFor();
    const fields = await options.getByRole('textbox').all();
    seen.push(await options.content(), ...(await Promise.all(fields.map((field) => field.inputValue()))));
    await options.getByRole('button', { name: 'Cancel' }).click();
  }
  const popup = await pushpin.openPopup();
  await popup.getByLabel('Message').waitFor();
  seen.push(await popup.content());

  expect(answers.length).toBeGreaterThan(10);
  for (const secret of [...demoSecrets, wrong]) {
    expect(answers.filter((answer) => answer.includes(secret))).toEqual([]);
    expect(seen.filter((text) => text.includes(secret))).toEqual([]);
  }
});
