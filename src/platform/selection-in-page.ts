/** What one frame of a page answers. */
export interface InPage {
  text: string;
  /** Whether the user was last in this frame. */
  current: boolean;
}

/**
 * What is selected where this runs. Chrome carries the function's text into the page, so everything it needs is inside.
 * `Selection.toString()` keeps line breaks, and the tabs between the cells of a table; of a text field it would not
 * tell the parts. Passwords are never read.
 * https://developer.chrome.com/docs/extensions/reference/api/scripting#runtime_functions
 */
export function readInPage(...[wholeField, longest]: unknown[]): InPage {
  let focused = document.activeElement;
  // The popup has the focus while this runs; which frame had it last is still told.
  const inside = focused instanceof HTMLIFrameElement;
  const current = !inside && (window === top || frameElement === frameElement?.ownerDocument.activeElement);
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;

  const field = focused instanceof HTMLTextAreaElement || focused instanceof HTMLInputElement ? focused : null;
  if (field?.type === 'password') return { text: '', current };
  const host = focused instanceof HTMLElement && focused.isContentEditable ? focused : null;
  const marked = field ? field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0) : '';
  const whole = () => field?.value ?? host?.innerText ?? '';
  const text = marked || getSelection()?.toString() || (wholeField ? whole() : '');
  return { text: text.slice(0, Number(longest)), current };
}
