// @ts-check
/** A room of what admins keep under names of their own: the list, and a form to write one. Labels, macros, canned replies. */
import { del } from '../shared/api.js';
import { html, useState } from '../shared/html.js';
import { moment } from '../shared/time.js';
import { refused, say } from '../shared/toasts.js';
import { useLoaded, Waiting } from './load.js';

/** @typedef {{updated_at?: string, updated_by?: string | null}} Written */
/**
 * What the form of a room gets: the one that is changed, null for a new one, and all that was loaded.
 * @template T
 * @typedef {{one: T | null, items: T[], loaded: any, onClose: () => void, onDone: () => void}} FormProps
 */
/**
 * `nameOf` is the name in the address, `says` how people read it. `heads` and `cells` are the columns before the last two.
 * @template T
 * @typedef {{title: string, about: string, write: string, path: string, empty: [string, string], nameOf: (one: T) => string,
 *   says: (one: T) => string, gone?: string, heads: string[], cells: (one: T) => any, Form: (props: FormProps<T>) => any}} Room
 */

/** A name as the desk keeps it: in lower case, with hyphens for spaces and slashes, without the one in front. @param {string} typed */
export const nameAsKept = (typed) => typed.trim().replace(/^\/+/, '').toLowerCase().split(/[\s/]+/).join('-');

/** @template {Written} T @param {{room: Room<T>}} props */
export function NamedRoom({ room }) {
  const loaded = useLoaded(room.path);
  const [writing, setWriting] = useState(/** @type {T | 'new' | null} */ (null));
  const items = /** @type {T[] | undefined} */ (loaded.value?.items);
  const done = () => {
    setWriting(null);
    loaded.again();
  };
  const remove = (/** @type {T} */ one) =>
    del(`${room.path}/${encodeURIComponent(room.nameOf(one))}`).then(() => {
      say([`${room.says(one)} is removed.`, room.gone].filter(Boolean).join(' '));
      loaded.again();
    }, refused);
  return html`
    <header class="room-head with-verb">
      <div>
        <h1>${room.title}</h1>
        <p class="faint">${room.about}</p>
      </div>
      <button type="button" class="button primary" onClick=${() => setWriting('new')}>${room.write}</button>
    </header>
    ${items ? html`<${Table} room=${room} items=${items} onChange=${setWriting} onRemove=${remove} />` : html`<${Waiting} loaded=${loaded} what=${room.title} />`}
    ${writing && html`<${room.Form} one=${writing === 'new' ? null : writing} items=${items ?? []} loaded=${loaded.value} onClose=${() => setWriting(null)} onDone=${done} />`}
  `;
}

/** @template {Written} T @param {{room: Room<T>, items: T[], onChange: (one: T) => void, onRemove: (one: T) => void}} props */
const Table = ({ room, items, onChange, onRemove }) =>
  items.length === 0
    ? html`<div class="empty"><h2>${room.empty[0]}</h2><p>${room.empty[1]}</p></div>`
    : html`
        <div class="table-wrap" tabindex="0" role="region" aria-label=${room.title}>
          <table>
            <thead><tr>${room.heads.map((head) => html`<th>${head}</th>`)}<th class="changed">Changed</th><th><span class="off-screen">Verbs</span></th></tr></thead>
            <tbody>
              ${items.map(
                (one) => html`
                  <tr key=${room.nameOf(one)}>
                    ${room.cells(one)}
                    <td class="changed small faint nowrap">${moment(one.updated_at ?? '')}${one.updated_by && html`<span class="block">${one.updated_by}</span>`}</td>
                    <td class="verb">
                      <button type="button" class="button" aria-label=${`Change ${room.says(one)}`} onClick=${() => onChange(one)}>Change</button>${' '}
                      <button type="button" class="button" aria-label=${`Remove ${room.says(one)}`} onClick=${() => onRemove(one)}>Remove</button>
                    </td>
                  </tr>
                `,
              )}
            </tbody>
          </table>
        </div>
      `;
