// @ts-check
/** Which policies were in force, and what changed from one to the next, in words. */
import { html, useState } from '../shared/html.js';
import { moment } from '../shared/time.js';
import { useLoaded, Waiting } from './load.js';

/** @typedef {{version: number, by: string, created_at: string}} Version */

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
