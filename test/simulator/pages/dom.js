/** Builds an element; strings become text, so nothing received can become markup. */
export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.filter((child) => child !== null && child !== false));
  return made;
}
