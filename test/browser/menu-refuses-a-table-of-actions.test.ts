import { addZApi } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import { chooseOnSelection, showPage } from './support/page-selection.ts';
import { realPopup } from './support/real-popup.ts';
import { pinCalls } from './support/requests.ts';
import { sentence } from './support/sentence.ts';

const table = `<table>
  <tr><th>Mensagem</th><th>Duração</th><th>Ação</th></tr>
  <tr><td>true_5511987654321@c.us_3EB0796DC6B777C0C7CD</td><td>30 dias</td><td>desafixar</td></tr>
</table>`;

test('menu: a selected table that says what to do is not pinned, and the popup says where it is read', async ({
  pushpin,
  simulator,
}) => {
  await addZApi(pushpin);
  const extensionPage = await pushpin.openOptions();
  const page = await showPage(pushpin, table);
  await page.locator('table').selectText();
  await chooseOnSelection(pushpin, page.mainFrame(), 'pin');
  const { text, message } = await realPopup(extensionPage, sentence('question_table_of_actions'));
  expect(text).toContain(sentence('question_table_of_actions'));
  expect(message).toContain('desafixar');
  expect(pinCalls(simulator.received)).toEqual([]);
});
