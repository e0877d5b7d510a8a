// @ts-check
/** Keys for a page. Single keys never fire while somebody types, and can be switched off (WCAG 2.1.4). */

/** @typedef {Record<string, () => void>} Bindings key ("j", "?", "Escape") to what it does */

/** Ctrl or Cmd with K. It works while somebody types, and where single keys are off. */
export const MOD_K = 'mod+k';

/** Whether a key press belongs to a field that takes text. @param {EventTarget | null} target */
const isTyping = (target) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/**
 * The name of a pressed key: the letter it types, or on a keyboard of another script the letter printed there.
 * @param {{key: string, code: string}} event
 */
export function keyName({ key, code }) {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  if (key.length === 1 && key.charCodeAt(0) > 127 && /^Key[A-Z]$/.test(code)) return code.slice(3).toLowerCase();
  return key;
}

/**
 * The binding that a press asks for: a single key, or Ctrl or Cmd with K. Other combinations are the browser's.
 * @param {{key: string, code: string, ctrlKey: boolean, metaKey: boolean, altKey: boolean, shiftKey?: boolean}} event
 */
export function pressed(event) {
  const name = keyName(event);
  if (event.altKey) return null;
  if (!event.ctrlKey && !event.metaKey) return name;
  return name === 'k' && event.ctrlKey !== event.metaKey && !event.shiftKey ? MOD_K : null;
}

/** Listen until the returned function is called. @param {() => Bindings} bindings @param {() => boolean} singleKeys */
export function listen(bindings, singleKeys) {
  /** @param {KeyboardEvent} event */
  const press = (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    const name = pressed(event);
    const run = name && bindings()[name];
    if (!run || document.querySelector('dialog[open]')) return;
    if (name !== 'Escape' && name !== MOD_K && (isTyping(event.target) || !singleKeys())) return;
    event.preventDefault();
    run();
  };
  document.addEventListener('keydown', press);
  return () => document.removeEventListener('keydown', press);
}
