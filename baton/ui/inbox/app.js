// @ts-check
/** The inbox's three panes. On a phone there is one at a time. */
import { cls, html } from '../shared/html.js';
import { prefs, choose } from '../shared/prefs.js';
import { Shell } from '../shared/shell.js';
import { Conversation } from './conversation.js';
import { CustomerPane } from './customer.js';
import { Dialogs } from './dialogs.js';
import { COMMAND_KEYS } from './keys.js';
import { ListPane } from './list.js';
import { announcement, chooseDesktop, chooseSound } from './notify.js';
import { Offers } from './offers.js';
import { link, selectedId, sidePanel } from './store.js';
import { retryNow } from './sync.js';

export function App() {
  const open = selectedId.value;
  return html`
    <${Shell} page="inbox" settings=${html`<${InboxSettings} />`}>
      <${LinkBar} />
      <${Offers} />
      <main id="main" tabindex="-1" class=${cls('panes', open && 'has-open', sidePanel.value && 'has-side')}>
        <h1 class="off-screen">Inbox</h1>
        <${ListPane} />
        <section class="pane conversation" aria-label="Conversation">
          ${open ? html`<${Conversation} key=${open} id=${open} />` : html`<${NothingOpen} />`}
        </section>
        ${open && html`<${CustomerPane} key=${open} />`}
      </main>
      <${Dialogs} />
      <div class="off-screen" role="status" aria-live="polite">${announcement.value}</div>
    </${Shell}>
  `;
}

function LinkBar() {
  if (link.value !== 'lost') return null;
  return html`
    <div class="linkbar" role="status">
      <span>Reconnecting. What you see may be out of date; what you send is kept.</span>
      <button type="button" class="link" onClick=${retryNow}>Try now</button>
    </div>
  `;
}

const NothingOpen = () => html`
  <div class="empty">
    <img src="/ui/styles/icon.svg" alt="" width="44" height="44" />
    <h2>Open a conversation</h2>
    <p>Choose one from the list, or press <kbd>J</kbd>. Press <kbd>?</kbd> for every key, ${COMMAND_KEYS.map((key) => html`<kbd>${key}</kbd> `)}for every command.</p>
  </div>
`;

function InboxSettings() {
  const { desktop, sound, singleKeys } = prefs.value;
  /** @param {string} label @param {boolean} on @param {(on: boolean) => void} set */
  const option = (label, on, set) => html`
    <label class="option"><input type="checkbox" checked=${on}
      onChange=${(/** @type {any} */ event) => set(event.currentTarget.checked)} />${label}</label>
  `;
  return html`
    <fieldset>
      <legend>When somebody waits</legend>
      ${option('Play a sound', sound, chooseSound)} ${option('Show a desktop notice', desktop, chooseDesktop)}
    </fieldset>
    <fieldset>
      <legend>Keyboard</legend>
      ${option('Single-key shortcuts', singleKeys, (on) => choose({ singleKeys: on }))}
    </fieldset>
  `;
}
