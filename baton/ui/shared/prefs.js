// @ts-check
/** What this person chose on this device. Kept in the browser; storage that is off or full is no error. */
import { effect, signal } from './html.js';

/** @typedef {{theme: 'system' | 'light' | 'dark', singleKeys: boolean, undo: number, language: string, density: 'roomy' | 'compact'}} Prefs `undo` is how long a reply can be taken back, in seconds; `language` is a code, empty for the browser's own */

const KEY = 'baton.prefs';

/** @param {string} key @param {any} fallback */
export function recall(key, fallback) {
  try {
    const kept = localStorage.getItem(key);
    return kept === null ? fallback : JSON.parse(kept);
  } catch {
    return fallback;
  }
}

/** @param {string} key @param {unknown} value */
export function remember(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** @type {Prefs} */
const DEFAULTS = { theme: 'system', singleKeys: true, undo: 5, language: '', density: 'roomy' };
export const prefs = signal(/** @type {Prefs} */ ({ ...DEFAULTS, ...recall(KEY, {}) }));

/** @param {Partial<Prefs>} change */
export function choose(change) {
  prefs.value = { ...prefs.value, ...change };
  remember(KEY, prefs.value);
}

effect(() => {
  const { theme } = prefs.value;
  if (theme === 'system') document.documentElement.removeAttribute('data-theme');
  else document.documentElement.dataset.theme = theme;
});
