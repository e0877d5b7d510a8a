// @ts-check
/** Contradictions: two passages that say different things of one matter. */
import { del } from '../shared/api.js';
import { openPassage } from '../shared/citations.js';
import { html } from '../shared/html.js';
import { moment } from '../shared/time.js';
import { refused, say } from '../shared/toasts.js';
import { count } from '../shared/words.js';
import { useLoaded, Waiting } from './load.js';

/** @typedef {{key: string, kind: string, passages: {id: string, title: string, says: string}[], found_at: string, dismissed_at: string | null, dismissed_by: string | null}} Conflict */

/** @type {Record<string, string>} */
const KINDS = {
  yes_no: 'One says yes, one says no',
  duration: 'Two lengths of time',
  months: 'Two lengths of time',
  percent: 'Two percentages',
  clock: 'Two times of day',
};

/** What two passages disagree about. @param {string} kind */
const kindName = (kind) => KINDS[kind] ?? (kind.startsWith('money') ? 'Two prices' : 'Two figures');

export function Conflicts() {
  const loaded = useLoaded('/v1/conflicts');
  const items = /** @type {Conflict[] | undefined} */ (loaded.value?.items);
  const dismiss = (/** @type {string} */ key) =>
    del(`/v1/conflicts/${key}`).then(() => {
      say('Dismissed. The bot answers from both again.');
      loaded.again();
    }, refused);
  return html`
    <header class="room-head">
      <h1>Conflicts</h1>
      <p class="faint">Passages that say different things of one matter. The bot hands over rather than choose between them.</p>
    </header>
    ${items ? html`<${List} items=${items} onDismiss=${dismiss} />` : html`<${Waiting} loaded=${loaded} what="Conflicts" />`}
  `;
}

/** @param {{items: Conflict[], onDismiss: (key: string) => void}} props */
function List({ items, onDismiss }) {
  const open = items.filter((one) => !one.dismissed_at);
  const dismissed = items.filter((one) => one.dismissed_at);
  return html`
    ${open.length === 0 && html`<div class="empty"><h2>The sources agree</h2><p>Two prices, two periods, or a yes and a no for the same thing show up here after a change of the sources.</p></div>`}
    <ul class="cards one">
      ${open.map((one) => html`<li key=${one.key} class="card conflict"><${Sides} conflict=${one} onDismiss=${onDismiss} /></li>`)}
    </ul>
    ${dismissed.length > 0 &&
    html`
      <details class="settled">
        <summary>${count(dismissed.length, 'dismissed conflict')}</summary>
        <ul class="cards one">${dismissed.map((one) => html`<li key=${one.key} class="card conflict"><${Sides} conflict=${one} /></li>`)}</ul>
      </details>
    `}
  `;
}

/** @param {{conflict: Conflict, onDismiss?: (key: string) => void}} props */
const Sides = ({ conflict: one, onDismiss }) => html`
  <h2 class="small"><span class=${onDismiss ? 'chip pressing' : 'chip quiet'}>${kindName(one.kind)}</span></h2>
  <div class="sides">
    ${one.passages.map(
      (side) => html`
        <figure>
          <blockquote dir="auto">${side.says}</blockquote>
          <figcaption class="small"><span class="faint" dir="auto">${side.title}</span> <button type="button" class="link" aria-label=${`Read it: ${side.title}`} onClick=${() => openPassage(side.id)}>Read it</button></figcaption>
        </figure>
      `,
    )}
  </div>
  ${onDismiss
    ? html`<p class="card-verbs"><span class="faint small">Correct one of the two documents, and this goes away. Or, if both are right:</span> <button type="button" class="button" onClick=${() => onDismiss(one.key)}>Not a conflict</button></p>`
    : html`<p class="faint small">Not a conflict, says ${one.dismissed_by || 'an admin'}, ${moment(one.dismissed_at ?? one.found_at)}.</p>`}
`;
