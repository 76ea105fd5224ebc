/**
 * The service worker. Every listener is registered here, synchronously, at every start; other modules do the work.
 * https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/events
 */
import { closeStorageToPages, onHostAccess } from '../platform/access';
import { openOptions } from '../platform/action-button';
import { onAlarm } from '../platform/alarms';
import { answerIntents } from '../platform/handle-messages';
import { afterFirstEvent, onBrowserStart, onInstalled } from '../platform/lifecycle';
import { createMenu, onMenuClick } from '../platform/menus';
import { onOnline } from '../platform/network';
import { onCommand } from '../platform/on-command';
import { onOmnibox } from '../platform/on-omnibox';
import { intents } from './handlers/index';
import { openDisk, queue, queueAlarm, reopenReachable, updateBadge } from './services';
import { gestureOfCommand } from './triggers/commands';
import { pinAsUsual } from './triggers/gesture';
import { inOrder, tellTrouble } from './triggers/in-order';
import { copiedEntry, gestureOf, menuEntries } from './triggers/menu';
import { omniboxLine } from './triggers/omnibox';
import { siteOf, textIn, textOf } from './triggers/page-text';
import { pinCopied } from './triggers/pin-copied';

answerIntents(intents);

onMenuClick(async (click) => {
  const gesture = gestureOf(click.id);
  if (gesture) await inOrder(textOf(click), gesture, siteOf(click.address));
  else if (click.id === copiedEntry) await pinCopied().catch(tellTrouble);
});

onCommand(async (name, tabId, address) => {
  const gesture = gestureOfCommand(name);
  if (gesture) await inOrder(textIn(tabId), gesture, siteOf(address));
});

onOmnibox(omniboxLine, (text) => inOrder(Promise.resolve(text), pinAsUsual));

onInstalled(async (reason) => {
  void closeStorageToPages();
  await createMenu(menuEntries());
  await updateBadge();
  if (reason === 'install') await openOptions();
});

const resumeWork = async (): Promise<void> => {
  await Promise.all([queue.wake(), updateBadge()]);
};
onBrowserStart(async () => {
  await Promise.all([closeStorageToPages(), resumeWork()]);
});
onAlarm(queueAlarm, () => queue.wake());
onOnline(resumeWork);
onHostAccess(reopenReachable);

void openDisk();
afterFirstEvent(() => {
  void closeStorageToPages();
  // Finishes what an earlier worker left, and sends what has become due meanwhile.
  void queue.wake();
});
