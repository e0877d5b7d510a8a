// @ts-check
/** Copying, also where the page is not a secure context and the clipboard API is absent. */
import { say } from './toasts.js';

/** @param {string} text @param {string} what what the notice calls it */
export async function copy(text, what) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    field.className = 'off-screen';
    (document.querySelector('dialog[open]') ?? document.body).append(field);
    field.select();
    const copied = document.execCommand('copy');
    field.remove();
    if (!copied) return say(`The browser would not copy. Select the ${what} and copy it by hand.`, 'refused');
  }
  return say(`Copied the ${what}.`);
}
