/**
 * The service worker. Every listener is registered here, synchronously, at every start; the work is elsewhere.
 * https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/events
 */
import { closeStorageToPages } from '../platform/access';
import { onAlarm, onBrowserStart, onInstalled } from '../platform/lifecycle';
import { createMenu, onMenuClick } from '../platform/menus';
import { answerIntents } from '../platform/messages';
import { openOptions } from '../platform/toolbar';
import { gesture } from './gesture';
import { intents } from './intents';
import { gestureOf, menuEntries } from './menu';
import { refreshToolbar, showTrouble, watch } from './sender';

answerIntents(intents);

onMenuClick(async (id, selection) => {
  const wanted = gestureOf(id);
  if (wanted) await gesture(selection, wanted).catch(showTrouble);
});

onInstalled(async (reason) => {
  await createMenu(menuEntries());
  if (reason === 'install') await openOptions();
});

// Both look at what an earlier worker left behind.
onBrowserStart(refreshToolbar);
onAlarm(watch, refreshToolbar);

void closeStorageToPages();
