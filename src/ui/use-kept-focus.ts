import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Keeps the focus nearby when the element that has it is removed, such as a button that is no longer needed: the focus
 * moves to the innermost remaining element around it that has `tabIndex={-1}`.
 * @returns attributes for the outermost such element, which the component that removes the button has to render
 */
export function useKeptFocus() {
  /** The focused element, followed by the elements around it that can take the focus, innermost first. */
  const focusPath = useRef<HTMLElement[]>([]);
  useLayoutEffect(() => {
    const [focused, ...around] = focusPath.current;
    if (!focused || focused.isConnected) return;
    focusPath.current = [];
    // The user may have moved the focus elsewhere before the element was removed.
    if (document.activeElement === document.body) around.find((element) => element.isConnected)?.focus();
  });
  return {
    tabIndex: -1,
    onFocusIn({ target, currentTarget }: FocusEvent) {
      const path: HTMLElement[] = [];
      for (let element = target as HTMLElement | null; element; element = element.parentElement) {
        if (element === target || element.getAttribute('tabindex') === '-1') path.push(element);
        if (element === currentTarget) break;
      }
      focusPath.current = path;
    },
  };
}
