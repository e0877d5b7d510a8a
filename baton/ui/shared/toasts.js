// @ts-check
/** Short notices at the edge of the page: what went through, and what was refused and why. */
import { html, signal } from './html.js';
import { Icon } from './icons.js';

/** @typedef {{id: number, text: string, tone: 'plain' | 'refused'}} Toast */

const STAYS_MS = { plain: 5_000, refused: 12_000 };
const toasts = signal(/** @type {Toast[]} */ ([]));
let last = 0;

/** @param {number} id */
const dismiss = (id) => (toasts.value = toasts.value.filter((one) => one.id !== id));

/** Say something once. @param {string} text @param {Toast['tone']} [tone] */
export function say(text, tone = 'plain') {
  const id = ++last;
  const others = toasts.value.filter((one) => one.text !== text);
  toasts.value = [...others, { id, text, tone }].slice(-4);
  setTimeout(() => dismiss(id), STAYS_MS[tone]);
}

/** Show why something was refused. @param {unknown} error */
export function refused(error) {
  console.debug(error);
  say(error instanceof Error ? error.message : String(error), 'refused');
}

export const Toasts = () => html`
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
