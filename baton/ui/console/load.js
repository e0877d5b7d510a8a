// @ts-check
/** Fetching for a view: what came, or the refusal to show, and a way to ask again. */
import { get } from '../shared/api.js';
import { html, useEffect, useRef, useState } from '../shared/html.js';
import { say } from '../shared/toasts.js';

/** @typedef {{value: any, error: string | null, again: () => void}} Loaded */

/** @param {string | null} path null asks for nothing @param {Record<string, any>} [query] @param {string} [of] what the query is for: another asks again @returns {Loaded} */
export function useLoaded(path, query, of) {
  const [value, setValue] = useState(/** @type {any} */ (undefined));
  const [error, setError] = useState(/** @type {string | null} */ (null));
  const [turn, setTurn] = useState(0);
  const had = useRef(false);
  useEffect(() => {
    if (!path) return undefined;
    let wanted = true;
    setError(null);
    get(path, query).then(
      (answer) => {
        if (!wanted) return;
        had.current = true;
        setValue(answer);
      },
      (refusal) => {
        if (!wanted) return;
        setError(refusal.message);
        if (had.current) say(`What you see is from before. ${refusal.message}`, 'refused');
      },
    );
    return () => {
      wanted = false;
    };
  }, [path, turn, of]);
  return { value, error, again: () => setTurn((now) => now + 1) };
}

/** Everything of a paged list. @param {string} path @returns {Promise<any[]>} */
export async function getAll(path) {
  const items = [];
  /** @type {string | number | null} */
  let after = 0;
  do {
    const page = await get(path, { after, limit: 200 });
    items.push(...page.items);
    after = page.items.length ? page.next : null;
  } while (after !== null && after !== undefined);
  return items;
}

/**
 * What stands in a view until its value is there.
 * @param {{loaded: Loaded, what: string, children?: any}} props
 */
export function Waiting({ loaded, what }) {
  if (loaded.error) {
    return html`
      <div class="refusal" role="alert">
        <p>${what} could not be loaded. ${loaded.error}</p>
        <button type="button" class="button" onClick=${loaded.again}>Try again</button>
      </div>
    `;
  }
  return html`<div class="card-skeleton" role="status" aria-label=${`Loading ${what.toLowerCase()}`}><span></span><span></span><span></span></div>`;
}
