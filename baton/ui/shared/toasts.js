// @ts-check
/** Short notices at the edge of the page: what went through, and what was refused and why. */
import { html, signal } from './html.js';
import { Icon } from './icons.js';

/** @typedef {{id: number, text: string, tone: 'plain' | 'refused'}} Toast */

const STAYS_MS = { plain: 5_000, refused: 12_000 };
const toasts = signal(/** @type {Toast[]} */ ([]));
/** How many modals are open: what lies below them is dimmed and out of reach, so notices stand in the top one. */
const modals = signal(0);
let last = 0;

/** A modal has opened, which shows the notices itself: the level at which it does, and what to call when it closes. */
export function carriesNotices() {
  modals.value += 1;
  const close = () => {
    modals.value -= 1;
  };
  return { level: modals.value, close };
}

/** @param {number} id */
const dismiss = (id) => (toasts.value = toasts.value.filter((one) => one.id !== id));

const MOST_SHOWN = 3;

/**
 * What stands there once a notice is said: it takes the place of the same one, and a refusal that of the last refusal,
 * because what was refused before is no longer what one is at. Pure.
 * @param {Toast[]} now @param {Toast} one
 */
export const beside = (now, one) =>
  [...now.filter((other) => other.text !== one.text && !(other.tone === 'refused' && one.tone === 'refused')), one].slice(-MOST_SHOWN);

/** Say something once. @param {string} text @param {Toast['tone']} [tone] */
export function say(text, tone = 'plain') {
  const id = ++last;
  toasts.value = beside(toasts.value, { id, text, tone });
  setTimeout(() => dismiss(id), STAYS_MS[tone]);
}

/** Show why something was refused. @param {unknown} error */
export function refused(error) {
  console.debug(error);
  say(error instanceof Error ? error.message : String(error), 'refused');
}

/** @param {{level?: number}} props how many modals lie below the place where these stand */
export const Toasts = ({ level = 0 }) => level === modals.value && html`
  <div class="toasts" role="region" aria-label="Notices" aria-live="polite">
    ${toasts.value.map(
      (one) => html`
        <div class=${`toast ${one.tone}`} key=${one.id}>
          <${Icon} name=${one.tone === 'refused' ? 'warn' : 'check'} />
          <p>${one.text}</p>
          <button type="button" class="icon-button" aria-label="Dismiss" onClick=${() => dismiss(one.id)}>
            <${Icon} name="close" />
          </button>
        </div>
      `,
    )}
  </div>
`;
