// @ts-check
/** Which policies were in force, and what changed from one to the next, in words. */
import { html, useState } from '../shared/html.js';
import { moment } from '../shared/time.js';
import { count, reasonName } from '../shared/words.js';
import { useLoaded, Waiting } from './load.js';

/** @typedef {{version: number, by: string, created_at: string, foretold: object | null}} Version */
/** @typedef {{reason: string, expected: number, low: number, high: number, came: number, is_by_chance: boolean}} Held */

/** @param {{version: number}} props */
export function Versions({ version }) {
  const loaded = useLoaded('/v1/policy/versions');
  const [open, setOpen] = useState(/** @type {number | null} */ (null));
  if (!version) return null;
  /** @type {Version[] | undefined} */
  const items = loaded.value?.items;
  return html`
    <section aria-labelledby="versions-head">
      <h2 id="versions-head">Versions</h2>
      ${items
        ? html`
            <ul class="versions">
              ${items.map(
                (one) => html`
                  <li key=${one.version}>
                    <p>
                      <strong>Version ${one.version}</strong> <span class="faint">${moment(one.created_at)}, by ${one.by}</span>
                      <button type="button" class="button small" aria-expanded=${open === one.version} onClick=${() => setOpen(open === one.version ? null : one.version)}>What changed</button>
                    </p>
                    ${open === one.version && html`<${Changes} version=${one.version} />`}
                    ${one.foretold && html`<${Foretold} version=${one.version} />`}
                  </li>
                `,
              )}
            </ul>
          `
        : html`<${Waiting} loaded=${loaded} what="The versions" />`}
    </section>
  `;
}

/** @param {{version: number}} props */
function Changes({ version }) {
  const loaded = useLoaded('/v1/policy/differences', { before: version - 1, after: version });
  if (!loaded.value) return html`<${Waiting} loaded=${loaded} what="What changed" />`;
  /** @type {{says: string}[]} */
  const items = loaded.value.items;
  const before = version > 1 ? `version ${version - 1}` : 'the default policy';
  return html`
    <p class="faint small">Against ${before}:</p>
    ${items.length ? html`<ul class="signals">${items.map((one) => html`<li>${one.says}</li>`)}</ul>` : html`<p>The two decide the same.</p>`}
  `;
}

/** Asked for when it is opened: it goes on while the version is in force. @param {{version: number}} props */
function Foretold({ version }) {
  const [open, setOpen] = useState(false);
  return html`
    <details onToggle=${(/** @type {any} */ event) => setOpen(event.currentTarget.open)}>
      <summary>What was foretold, and what came</summary>
      ${open && html`<${Came} version=${version} />`}
    </details>
  `;
}

/** What a replay had foretold of a version, beside what came while it was in force. @param {{version: number}} props */
function Came({ version }) {
  const loaded = useLoaded('/v1/policy/foretold', { version });
  if (!loaded.value) return html`<${Waiting} loaded=${loaded} what="What came" />`;
  const told = /** @type {{conversations: number, handoffs: Held[]}} */ (loaded.value);
  if (!told.conversations) return html`<p class="faint">Nobody has written since.</p>`;
  return html`
    <div class="table-wrap" tabindex="0" role="region" aria-label=${`Foretold of version ${version}, and what came`}>
      <table>
        <thead><tr><th scope="col">Handoffs in ${count(told.conversations, 'conversation')}</th><th scope="col" class="number">Expected</th><th scope="col" class="number">By chance alone</th><th scope="col" class="number">Came</th><th scope="col">Which is</th></tr></thead>
        <tbody>${told.handoffs.map((one) => html`
          <tr key=${one.reason}><td>${one.reason === 'all' ? 'All' : reasonName(one.reason)}</td><td class="number">${one.expected.toLocaleString()}</td><td class="number nowrap">${one.low.toLocaleString()} to ${one.high.toLocaleString()}</td><td class="number">${one.came.toLocaleString()}</td>
            <td>${one.is_by_chance ? 'As foretold, as far as chance lets one tell' : html`<strong class="over">${one.came > one.high ? 'More than foretold' : 'Fewer than foretold'}</strong>`}</td></tr>`)}</tbody>
      </table>
    </div>
    <p class="faint small">From the first number to the second lie 19 of 20 counts where nothing but chance is at work.</p>
  `;
}
