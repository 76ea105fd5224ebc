import { addRefusedZApi, addZApi } from './support/accounts.ts';
import { chooseFile, idOf, newestRun, openAddMany, rowOf } from './support/bulk.ts';
import { expect, test } from './support/fixture.ts';
import { focusOf } from './support/focus.ts';
import { pinCalls } from './support/requests.ts';

const header = 'message,chat,account,action,duration';
const local = (number: number) => `${idOf(number)},11 98765-43${String(number).padStart(2, '0')},,pin,7 days`;

test('bulk: a local number is a question at its row, answered with one press', async ({ pushpin, simulator }) => {
  await addZApi(pushpin);
  const options = await openAddMany(pushpin);
  await chooseFile(options, 'one.csv', [header, local(1), `${idOf(2)},5511987654321,,pin,7 days`]);
  await options.getByText('1 ready, 1 with problems.').waitFor();
  await rowOf(options, 2).getByText('Is this +55 11 98765-4301?').waitFor();
  await options.getByRole('button', { name: 'Yes, row 2 is +55 11 98765-4301' }).focus();
  await options.keyboard.press('Enter');
  await options.getByText('2 ready, 0 with problems.').waitFor();
  await expect.poll(() => focusOf(options)).not.toBe('');
  await options.getByRole('button', { name: 'Pin 2 messages' }).click();
  await newestRun(options).getByText('2 done, 0 waiting').waitFor();
  const phones = pinCalls(simulator.received).map(({ body }) => (body as { phone: string }).phone);
  expect(phones.sort()).toEqual(['5511987654301', '5511987654321']);
});

test('bulk: one answer takes all local numbers for numbers of one country', async ({ pushpin, simulator }) => {
  const options = await openAddMany(pushpin);
  await chooseFile(options, 'many.csv', [header, ...Array.from({ length: 12 }, (_, index) => local(index + 10))]);
  await options.getByText('0 ready, 12 with problems.').waitFor();
  await options.getByRole('button', { name: 'Use +55 for all 12' }).click();
  await options.getByText('12 ready, 0 with problems.').waitFor();
  await options.getByRole('button', { name: 'Pin 12 messages' }).click();
  await newestRun(options).getByText('12 done, 0 waiting').waitFor();
  const phones = pinCalls(simulator.received).map(({ body }) => (body as { phone: string }).phone);
  expect(phones.sort()).toEqual(Array.from({ length: 12 }, (_, index) => `55119876543${index + 10}`));
});

test('bulk: an answer to the question for a country leaves the focus in the review', async ({ pushpin }) => {
  const options = await openAddMany(pushpin);
  await chooseFile(options, 'many.csv', [header, local(50), `${idOf(51)},,,pin,7 days`]);
  await options.getByText('0 ready, 2 with problems.').waitFor();
  await options.getByRole('button', { name: 'Use +55', exact: true }).focus();
  await options.keyboard.press('Enter');
  await options.getByText('1 ready, 1 with problems.').waitFor();
  await expect.poll(() => focusOf(options)).not.toBe('');
  await options.getByRole('textbox', { name: 'Chat' }).fill('11 98765-4352');
  await options.getByRole('button', { name: 'Use +55 11 98765-4352' }).focus();
  await options.keyboard.press('Enter');
  await options.getByText('2 ready, 0 with problems.').waitFor();
  expect(await focusOf(options)).toBe('Chat');
});

test('bulk: where no account tells a country, it is asked once above the rows', async ({ pushpin }) => {
  await pushpin.beginAnew();
  await addRefusedZApi(pushpin, { instanceToken: 'A05E82B7419C3FA6601B7E2D' });
  const options = await openAddMany(pushpin);
  await chooseFile(options, 'many.csv', [header, local(30), local(31)]);
  await options.getByText('0 ready, 2 with problems.').waitFor();
  const country = options.getByLabel('Numbers without a country code');
  await country.selectOption('Brazil (+55)');
  await rowOf(options, 2).getByText('Is this +55 11 98765-4330?').waitFor();
  await options.getByRole('button', { name: 'Use +55 for all 2' }).waitFor();
  await country.selectOption('India (+91)');
  await rowOf(options, 2).getByText('Is this +55 11 98765-4330?').waitFor({ state: 'detached' });
});

test('bulk: where no account tells a country, the one in the settings is meant', async ({ pushpin }) => {
  const settings = await pushpin.openOptions();
  await settings.getByRole('link', { name: 'Settings' }).click();
  await settings.getByLabel('Country for phone numbers').selectOption('Brazil (+55)');
  await settings.getByText('Saved.').waitFor();
  const options = await openAddMany(pushpin);
  await chooseFile(options, 'many.csv', [header, local(40)]);
  await rowOf(options, 2).getByText('Is this +55 11 98765-4340?').waitFor();
  expect(await options.getByLabel('Numbers without a country code').count()).toBe(0);
});
