// @ts-check
/** Lists under names, one's own and the team's, each with how many it has; and keeping the one on screen. */
import { del, get, patch, post } from '../shared/api.js';
import { Dialog, Field } from '../shared/dialog.js';
import { html, signal, useEffect, useState } from '../shared/html.js';
import { Icon } from '../shared/icons.js';
import { Menu } from '../shared/menu.js';
import { canHold } from '../shared/session.js';
import { refused, say } from '../shared/toasts.js';
import { isSame } from './filters.js';
import { show } from './listing.js';
import { desk, filters, isNarrowed, query, view } from './store.js';

/** @typedef {{id: string, name: string, view: import('../shared/wire').View, filters: Record<string, any>, q: string, shared: boolean, position: number, count: number}} SavedView */

const AGAIN_MS = 15_000;
const views = signal(/** @type {SavedView[]} */ ([]));

const load = () => get('/v1/views').then((got) => (views.value = got.items)).catch(refused);

/** What a saved view shows, as the page holds it. @param {SavedView} one @returns {import('./filters.js').Wanted} */
const wantedOf = (one) => ({
  view: one.view,
  find: one.q,
  filters: Object.fromEntries(Object.entries(one.filters).map(([kind, value]) => [kind, [value].flat().map(String)])),
});
const onScreen = () => ({ view: view.value, filters: filters.value, find: query.value.trim() });

export function SavedViews() {
  const [naming, setNaming] = useState(false);
  useEffect(() => {
    const timer = setInterval(() => document.hidden || load(), AGAIN_MS);
    return () => clearInterval(timer);
  }, []);
  const waiting = desk.value.counts?.waiting;
  useEffect(() => void (waiting !== undefined && load()), [waiting]);
  const current = views.value.find((one) => isSame(wantedOf(one), onScreen()));
  const canSave = isNarrowed.value && !current && view.value !== 'due';
  if (!views.value.length && !canSave) return null;
  return html`
    <nav class="saved-views" aria-label="Saved views">
      ${views.value.map((one) => html`<${Saved} key=${one.id} one=${one} here=${one === current} />`)}
      ${canSave && html`<button type="button" class="link small" onClick=${() => setNaming(true)}>Save this view</button>`}
      ${current && html`<${ViewMenu} one=${current} />`}
      ${naming && html`<${NameDialog} close=${() => setNaming(false)} />`}
    </nav>
  `;
}

/** @param {{one: SavedView, here: boolean}} props */
const Saved = ({ one, here }) => html`
  <button type="button" class="saved-view" aria-current=${here ? 'true' : undefined} title=${one.shared ? 'Shared with the team' : 'Only yours'}
    onClick=${() => show(wantedOf(one))}>
    <span class="clip" dir="auto">${one.name}</span> <span class="count">${one.count > 999 ? '999+' : one.count}</span>
  </button>
`;

/** @param {{one: SavedView}} props */
function ViewMenu({ one }) {
  /** @param {Promise<any>} asked @param {string} done @param {() => void} close */
  const after = (asked, done, close) => {
    close();
    asked.then(() => say(done)).catch(refused).finally(load);
  };
  const at = views.value.indexOf(one);
  return html`
    <${Menu} title=${`The view ${one.name}`} buttonClass="icon-button" label=${html`<${Icon} name="more" />`}>
      ${(/** @type {() => void} */ close) => html`
        ${(one.shared ? canHold() : true) && html`<button type="button" class="menu-item" onClick=${() => after(patch(`/v1/views/${one.id}`, { shared: !one.shared }), one.shared ? 'Only you see it now.' : 'The team sees it now.', close)}>${one.shared ? 'Keep to myself' : 'Share with the team'}</button>`}
        ${at > 0 && html`<button type="button" class="menu-item" onClick=${() => after(moveToFront(one), 'Moved to the front.', close)}>Move to the front</button>`}
        <button type="button" class="menu-item" onClick=${() => after(del(`/v1/views/${one.id}`), 'The view is removed. Its conversations stay as they are.', close)}>Remove this view</button>
      `}
    </${Menu}>
  `;
}

/** @param {SavedView} one */
const moveToFront = (one) =>
  Promise.all([one, ...views.value.filter((other) => other !== one)].map((each, n) => each.position === n || patch(`/v1/views/${each.id}`, { position: n })));

/** @param {{close: () => void}} props */
function NameDialog({ close }) {
  const [name, setName] = useState('');
  const [shared, setShared] = useState(!canHold());
  const save = () =>
    post('/v1/views', { name, view: view.value, filters: filters.value, q: query.value.trim(), shared, position: views.value.length })
      .then(close)
      .then(load)
      .catch(refused);
  return html`
    <${Dialog} title="Save this view" onClose=${close} onSubmit=${save}
      actions=${html`<button type="button" class="button" onClick=${close}>Cancel</button><button type="submit" class="button primary">Save</button>`}>
      <${Field} label="Name" hint="Up to 40 characters, such as Refunds in French." value=${name} onInput=${setName} required autofocus />
      <label class="option"><input type="checkbox" checked=${shared} disabled=${!canHold()} onChange=${(/** @type {any} */ event) => setShared(event.currentTarget.checked)} />Share with the team</label>
    </${Dialog}>
  `;
}
