/** The maximum length of the text that is read, in UTF-16 units. */
const maxClipboardLength = 8 * 1024 * 1024;

/**
 * Returns the text on the clipboard, or null if there is none or Pushpin may not read it. Works on our own pages only.
 * It pastes into a hidden text field, because `navigator.clipboard` refuses a page without the focus: the popup does not
 * have the focus yet when it opens, and never gets it if Chrome has no window in front [M].
 * https://developer.chrome.com/docs/extensions/reference/permissions-list (clipboardRead)
 */
export function readClipboard(): string | null {
  const focused = document.activeElement;
  const field = document.createElement('textarea');
  field.setAttribute('aria-hidden', 'true');
  field.style.position = 'fixed';
  field.style.opacity = '0';
  document.body.append(field);
  field.focus({ preventScroll: true });
  const isPasted = document.execCommand('paste') && field.value !== '';
  const text = isPasted ? field.value.slice(0, maxClipboardLength) : null;
  field.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return text;
}
