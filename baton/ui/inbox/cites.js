// @ts-check
/** The passages that a draft was taken from, below the field. */
import { html } from '../shared/html.js';
import { Icon } from '../shared/icons.js';
import { citedIn, keepCited } from './drafts.js';

/** What the draft was taken from: the customer sees it beside the reply, and can open it. @param {{id: string, kind: 'text' | 'note'}} props */
export function Cites({ id, kind }) {
  const all = citedIn(id, kind);
  if (!all.length) return null;
  const without = (/** @type {string} */ gone) => keepCited(id, kind, all.filter((one) => one.id !== gone));
  return html`
    <ul class="cites" aria-label="Sources that are sent along">
      ${all.map(({ id: passage, title }) => html`
        <li key=${passage} class="chip"><${Icon} name="book" /> <bdi>${title}</bdi>
          <button type="button" class="icon-button" aria-label=${`Don’t cite ${title}`} onClick=${() => without(passage)}><${Icon} name="close" /></button></li>
      `)}
    </ul>
  `;
}
