import { signal } from '@preact/signals';
import { render } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import browser from 'webextension-polyfill';

const text = signal('');

/** A text box that takes the focus, as the first thing of a page that accepts typing. */
function Page() {
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <textarea
      id="message"
      ref={box}
      aria-label={browser.runtime.getManifest().name}
      value={text}
      onInput={({ currentTarget }) => {
        text.value = currentTarget.value;
      }}
    />
  );
}

render(<Page />, document.body);
