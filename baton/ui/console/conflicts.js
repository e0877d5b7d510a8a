// @ts-check
/** Contradictions: two passages that say different things of one matter. */
import { del } from '../shared/api.js';
import { openPassage } from '../shared/citations.js';
import { html } from '../shared/html.js';
import { moment } from '../shared/time.js';
import { refused } from '../shared/toasts.js';
import { useLoaded, Waiting } from './load.js';

/** @typedef {{key: string, passages: {id: string, title: string, says: string}[], found_at: string, dismissed_at: string | null, dismissed_by: string | null}} Conflict */

export function Conflicts() {
  const loaded = useLoaded('/v1/conflicts');
  const items = /** @type {Conflict[] | undefined} */ (loaded.value?.items);
  const dismiss = (/** @type {string} */ key) => del(`/v1/conflicts/${key}`).then(loaded.again, refused);
  return html`
    <header class="room-head">
      <h1>Conflicts</h1>
      <p class="faint">Passages that say different things of one matter. The bot hands over rather than choose between them.</p>
    </header>
    ${items ? html`<${List} items=${items} onDismiss=${dismiss} />` : html`<${Waiting} loaded=${loaded} what="Conflicts" />`}
  `;
}

/** @param {{items: Conflict[], onDismiss: (key: string) => void}} props */
const List = ({ items, onDismiss }) =>
  items.length === 0
    ? html`<div class="empty"><h2>The sources agree</h2><p>Two prices, two periods, or a yes and a no for the same thing would show up here after each change.</p></div>`
    : html`
        <ul class="cards one">
          ${items.map(
            (one) => html`
              <li key=${one.key} class="card">
                <dl class="pairs">
                  ${one.passages.map((side) => html`<div><dt dir="auto">${side.title}</dt><dd><span dir="auto">${side.says}</span> <button type="button" class="link" aria-label=${`Read the passage of ${side.title}`} onClick=${() => openPassage(side.id)}>Read it</button></dd></div>`)}
                </dl>
                ${one.dismissed_at
                  ? html`<p class="faint small">Not a conflict, says ${one.dismissed_by || 'an admin'}, ${moment(one.dismissed_at)}.</p>`
                  : html`<p class="card-verbs"><span class="faint small">Correct one of the documents, or</span> <button type="button" class="button" onClick=${() => onDismiss(one.key)}>This is no conflict</button></p>`}
              </li>
            `,
          )}
        </ul>
      `;
