/** Most that is taken, in UTF-16 units. */
const maxClipboardLength = 8 * 1024 * 1024;

/**
 * The text on the clipboard, on one of our pages; null where there is none, or no permission.
 * Not `navigator.clipboard`: that refuses a page without the focus, which the popup has not yet when it opens, and has
 * never in Chrome without a window in front [M].
 * https://developer.chrome.com/docs/extensions/reference/permissions-list (clipboardRead)
 */
export function readClipboard(): string | null {
  const before = document.activeElement;
  const place = document.createElement('textarea');
  place.setAttribute('aria-hidden', 'true');
  place.style.position = 'fixed';
  place.style.opacity = '0';
  document.body.append(place);
  place.focus({ preventScroll: true });
  const pasted = document.execCommand('paste') && place.value !== '';
  const text = pasted ? place.value.slice(0, maxClipboardLength) : null;
  place.remove();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  return text;
}
