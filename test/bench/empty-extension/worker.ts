import { pinRequest } from '../pages/pin-request.ts';

chrome.contextMenus.onClicked.addListener(async ({ selectionText = '' }) => {
  const { url, init } = pinRequest(selectionText.split('_').at(-1) ?? '');
  await fetch(url, init);
});
