/** The selection of one frame of a page. */
export interface FrameSelection {
  text: string;
  /** Whether this is the frame in which the user was last. */
  isCurrent: boolean;
}

/**
 * Returns the selection of the frame in which this function runs. Chrome carries the source of the function into the
 * page, so it must use nothing from outside itself. `Selection.toString()` keeps line breaks and the tabs between table
 * cells, but does not give the selected part of a text field. Passwords are never read.
 * https://developer.chrome.com/docs/extensions/reference/api/scripting#runtime_functions
 */
export function readSelectionInPage(...[isWholeField, maxLength]: unknown[]): FrameSelection {
  let focused = document.activeElement;
  // The popup has the focus while this runs, but `activeElement` still leads to the frame that had it last.
  const isInChildFrame = focused instanceof HTMLIFrameElement;
  const isCurrent = !isInChildFrame && (window === top || frameElement === frameElement?.ownerDocument.activeElement);
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;

  const field = focused instanceof HTMLTextAreaElement || focused instanceof HTMLInputElement ? focused : null;
  if (field?.type === 'password') return { text: '', isCurrent };
  const editor = focused instanceof HTMLElement && focused.isContentEditable ? focused : null;
  const selectedInField = field ? field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0) : '';
  const wholeField = () => field?.value ?? editor?.innerText ?? '';
  const text = selectedInField || getSelection()?.toString() || (isWholeField ? wholeField() : '');
  return { text: text.slice(0, Number(maxLength)), isCurrent };
}
